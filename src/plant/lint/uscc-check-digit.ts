import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

// GB 32100-2015: 31 characters; the weight of position i is 3^(i-1) mod 31.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The last character of the 统一社会信用代码 follows from the other 17. */
export const usccCheckDigit: Lint = ({ enterprise, placeOf }) => {
  if (enterprise === undefined) return [];
  const expected = checkDigitOf(enterprise.uscc);
  const written = enterprise.uscc.slice(-1);
  if (written === expected) return [];
  return [faultAt(placeOf(['enterprise', 'uscc']), text('plant.uscc-check-digit', { expected, written }))];
};

function checkDigitOf(uscc: string): string {
  const sum = weights.reduce((before, weight, index) => before + weight * alphabet.indexOf(uscc.charAt(index)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
