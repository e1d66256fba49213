import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** Bypassing a protection takes two persons; the same name twice is one person. */
const namesNeeded = 2;

/** Every permit bears the names that it needs. */
export const permits: Lint = ({ permits: all, placeOf }) =>
  [...all].flatMap(([index, { approvedBy }]) => {
    const found = new Set(approvedBy).size;
    if (found >= namesNeeded) return [];
    const place = placeOf(['permits', index, 'approved_by']);
    return [faultAt(place, text('plant.permit-names', { needed: namesNeeded, found }))];
  });
