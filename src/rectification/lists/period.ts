import { monthEnd } from '../../rules/index.ts';
import type { Period } from './statistics.ts';

/** `2017`, `2017Q4` or `2017H2` as days; undefined where it is none of them. */
export function periodOf(written: string): Period | undefined {
  const [, year, form, part] =
    /^(20\d\d)(?:(Q)([1-4])|(?:(H)([12])))?$/.exec(written)?.filter((it) => it !== undefined) ?? [];
  if (year === undefined) return undefined;
  if (form === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const months = form === 'Q' ? 3 : 6;
  const first = (Number(part) - 1) * months + 1;
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}-01`;
  return { from: month(first), to: monthEnd(month(first + months - 1)) };
}
