import { z } from 'zod';
import { text } from '../../messages/index.ts';
import type { Quantity } from '../quantity.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { quantity, words } from './written-forms.ts';

const limitKeys = { above: quantity.exactOptional(), below: quantity.exactOptional() };

/** `{ above: 110 ℃, setpoint: TZAH-101.SP, deadband: 1 ℃, output: TAH-101, suppressed: TAH-101.SUP }` */
export const alarmSchema = noun({
  ...limitKeys,
  setpoint: words.exactOptional(),
  deadband: quantity.exactOptional(),
  output: words.exactOptional(),
  suppressed: words.exactOptional(),
}).transform((written, context) => {
  const { setpoint, deadband, output, suppressed } = written;
  return declared({ ...limitOf(written, context), setpoint, deadband, output, suppressed });
});

/** `{ above: 120 ℃, kind: readable, setpoint: TZSHH-101.SP, approved: { document: DOC-SRS, revision: B, tolerance: 0.5 ℃ } }` */
export const tripSchema = noun({
  ...limitKeys,
  kind: z.enum(['readable', 'constant', 'switch', 'amplifier', 'mirrored']),
  setpoint: words.exactOptional(),
  approved: noun({
    document: words,
    revision: words.exactOptional(),
    tolerance: quantity.exactOptional(),
  }).exactOptional(),
  deadband: quantity.exactOptional(),
  design_limit: quantity.exactOptional(),
}).transform((written, context) => {
  const { kind, setpoint, approved, deadband, design_limit: designLimit } = written;
  return declared({ ...limitOf(written, context), kind, setpoint, approved, deadband, designLimit });
});

function limitOf(
  { above, below }: { readonly above?: Quantity; readonly below?: Quantity },
  context: z.RefinementCtx,
): { readonly direction: 'above' | 'below'; readonly value: Quantity } {
  if (above !== undefined && below === undefined) return { direction: 'above', value: above };
  if (below !== undefined && above === undefined) return { direction: 'below', value: below };
  return refuse(context, text(above === undefined ? 'plant.limit-missing' : 'plant.limit-twice'));
}
