import { type Block, blockOf } from './plan.ts';

/**
 * The two halves of a block that was refused, to be asked apart until the guilty slots stand alone; undefined when the block
 * is one slot already. The halves are as small as their slots allow, so a gap between them is not asked for again.
 */
export function bisect({ slots }: Block): readonly [Block, Block] | undefined {
  const middle = Math.ceil(slots.length / 2);
  const [first, ...more] = slots.slice(0, middle);
  const [second, ...rest] = slots.slice(middle);
  if (first === undefined || second === undefined) return undefined;
  return [blockOf([first, ...more]), blockOf([second, ...rest])];
}
