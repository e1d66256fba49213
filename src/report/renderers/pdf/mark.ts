import { strokeInk } from './ink.ts';

/** ✔ ✖ ? – as shapes: the face has no check marks, and a shape stays readable on a copy of a copy. */
export type Mark = 'yes' | 'no' | 'unknown' | 'not-judged';

/** PDF operators for a sign centred on a point; `size` is that of the text around it. */
export function markInk(mark: Mark, x: number, y: number, size: number): string {
  const half = size * 0.42;
  switch (mark) {
    case 'yes':
      return strokeInk(
        [
          [x - half, y + half * 0.05],
          [x - half * 0.3, y + half * 0.75],
          [x + half, y - half * 0.8],
        ],
        'good',
        1.3,
      );
    case 'no':
      return (
        strokeInk(
          [
            [x - half * 0.8, y - half * 0.8],
            [x + half * 0.8, y + half * 0.8],
          ],
          'bad',
          1.7,
        ) +
        strokeInk(
          [
            [x - half * 0.8, y + half * 0.8],
            [x + half * 0.8, y - half * 0.8],
          ],
          'bad',
          1.7,
        )
      );
    case 'unknown':
      return (
        strokeInk(hook(x, y - half * 0.12, half), 'doubt', 1.2) +
        strokeInk(
          [
            [x, y + half * 0.78],
            [x, y + half],
          ],
          'doubt',
          1.4,
        )
      );
    case 'not-judged':
      return strokeInk(
        [
          [x - half * 0.55, y],
          [x + half * 0.55, y],
        ],
        'quiet',
        0.8,
      );
  }
}

/** The question mark's hook: three quarters of a circle, then the stem. */
function hook(x: number, y: number, half: number): readonly (readonly [number, number])[] {
  const radius = half * 0.48;
  const turns = Array.from({ length: 10 }, (_, step) => Math.PI * (1.05 + (step / 9) * 1.3));
  const arc = turns.map((angle) => [x + radius * Math.cos(angle), y - half * 0.4 + radius * Math.sin(angle)] as const);
  return [...arc, [x, y + half * 0.2], [x, y + half * 0.52]];
}
