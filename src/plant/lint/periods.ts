import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** What is valid for a time begins before it ends. */
export const periods: Lint = ({ units, documents, permits, placeOf }) => [
  ...[...units.all].flatMap(([id, { state }]) =>
    state?.by === 'declaration' && state.from >= state.to
      ? [faultAt(placeOf(['units', id, 'state', 'to']), text('plant.period'))]
      : [],
  ),
  ...[...documents.all].flatMap(([id, { date, validUntil }]) =>
    validUntil !== undefined && validUntil < date
      ? [faultAt(placeOf(['documents', id, 'valid_until']), text('plant.period'))]
      : [],
  ),
  ...[...permits].flatMap(([index, { from, to }]) =>
    from >= to ? [faultAt(placeOf(['permits', index, 'to']), text('plant.period'))] : [],
  ),
];
