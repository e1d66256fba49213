import { fillInk, strokeInk } from './ink.ts';
import type { Tone } from './palette.ts';

/**
 * ✔ ✖ ? – as shapes: the face has no check marks, and a shape stays readable on a copy of a copy. Of the cause-and-effect
 * matrix: a cross as expected, a cross in a dark box for what nobody expected, a ring for what is missing, a grey box for what
 * nobody saw, a dot for no relation.
 */
export type Mark =
  | 'yes'
  | 'no'
  | 'unknown'
  | 'not-judged'
  | 'acted'
  | 'unexpected'
  | 'missing'
  | 'not-observed'
  | 'undeclared';

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
      return cross(x, y, half * 0.8, 'bad', 1.7);
    case 'acted':
      return cross(x, y, half * 0.85, 'good', 1.5);
    case 'unexpected':
      return (
        fillInk(x - half * 1.3, y - half * 1.3, half * 2.6, half * 2.6, 'bad') + cross(x, y, half * 0.8, 'paper', 1.5)
      );
    case 'missing':
      return strokeInk(ring(x, y, half * 1.05), 'bad', 1.8);
    case 'not-observed':
      return fillInk(x - half, y - half, half * 2, half * 2, 'rule');
    case 'undeclared':
      return fillInk(x - 0.6, y - 0.6, 1.2, 1.2, 'rule');
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

function cross(x: number, y: number, reach: number, tone: Tone, thickness: number): string {
  const stroke = (rise: number) =>
    strokeInk(
      [
        [x - reach, y - rise],
        [x + reach, y + rise],
      ],
      tone,
      thickness,
    );
  return stroke(reach) + stroke(-reach);
}

function ring(x: number, y: number, radius: number): readonly (readonly [number, number])[] {
  return Array.from({ length: 25 }, (_, step) => {
    const angle = (step / 24) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

/** The question mark's hook: three quarters of a circle, then the stem. */
function hook(x: number, y: number, half: number): readonly (readonly [number, number])[] {
  const radius = half * 0.48;
  const turns = Array.from({ length: 10 }, (_, step) => Math.PI * (1.05 + (step / 9) * 1.3));
  const arc = turns.map((angle) => [x + radius * Math.cos(angle), y - half * 0.4 + radius * Math.sin(angle)] as const);
  return [...arc, [x, y + half * 0.2], [x, y + half * 0.52]];
}
