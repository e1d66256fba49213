import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { decimal, duration, quantity } from './written-forms.ts';

/** `{ at_least: 0.2 %, within: 10 min }`, in a list `0.2 % / 10 min`: a point that stands still longer is frozen. */
export const moves = z.preprocess(
  (written, context) => {
    if (typeof written !== 'string') return written;
    const [, at_least, within] = /^([^/]+)\/([^/]+)$/.exec(written) ?? [];
    if (at_least === undefined || within === undefined) return refuse(context, text('plant.moves-form', { written }));
    return { at_least: at_least.trim(), within: within.trim() };
  },
  noun({ at_least: quantity, within: duration }).transform(({ at_least, within }, context) =>
    at_least.unit.normalize('NFKC') === '%' && at_least.value > 0
      ? { atLeastPercent: at_least.value, withinMs: within }
      : refuse(context, text('plant.moves-percent', { written: `${at_least.value} ${at_least.unit}` }), 'at_least'),
  ),
);

/** `{ factor: 0.1, offset: -40 }`, in a list `0.1` or `0.1 - 40`: engineering value = raw × factor + offset. */
export const scale = z.preprocess(
  (written, context) => {
    if (typeof written !== 'string') return written;
    const [, factor, sign = '', offset = '0'] = /^[×*]?\s*([-\d.eE]+)(?:\s+([+-])\s*([\d.]+))?$/.exec(written) ?? [];
    if (factor === undefined) return refuse(context, text('plant.scale-form', { written }));
    return { factor, offset: `${sign}${offset}` };
  },
  noun({ factor: decimal, offset: decimal.exactOptional() }).transform(({ factor, offset = 0 }, context) =>
    factor === 0 ? refuse(context, text('plant.scale-form', { written: '0' }), 'factor') : { factor, offset },
  ),
);
