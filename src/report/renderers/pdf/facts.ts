import { strokeInk, textInk } from './ink.ts';
import { baseline } from './prose.ts';
import type { Sheet } from './sheet.ts';
import { typeset } from './typeset.ts';

/** A label with its value; without a value a line to write on. */
export interface LabelledValue {
  readonly label: string;
  readonly value?: string;
}

/** Sets labels in one column and values in another, over as many pages as it needs. */
export function drawFacts(
  sheet: Sheet,
  facts: readonly LabelledValue[],
  { labelWidth = 84, size = 10, leading = 1.6, indent = 0, right = sheet.right } = {},
): void {
  const lineHeight = size * leading;
  const valueX = sheet.left + indent + labelWidth;
  for (const { label, value } of facts) {
    const labels = typeset(label, sheet.regular, size, labelWidth - 8);
    const values = value === undefined ? [] : typeset(value, sheet.body, size, right - valueX);
    const rows = Math.max(labels.length, values.length, 1);
    sheet.reserve(Math.min(rows, 3) * lineHeight);
    sheet.tag('P', () => {
      for (let row = 0; row < rows; row += 1) {
        sheet.reserve(lineHeight);
        const y = sheet.y + baseline(size, lineHeight);
        const [labelLine, valueLine] = [labels[row], values[row]];
        if (labelLine !== undefined) sheet.say(textInk(labelLine, sheet.left + indent, y, { size, tone: 'quiet' }));
        if (valueLine !== undefined) sheet.say(textInk(valueLine, valueX, y, { size }));
        if (value === undefined && row === 0) {
          sheet.paint(
            strokeInk(
              [
                [valueX, y + 3],
                [Math.min(valueX + 190, right), y + 3],
              ],
              'quiet',
            ),
          );
        }
        sheet.y += lineHeight;
      }
    });
  }
}
