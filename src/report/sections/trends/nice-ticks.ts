/** A scale with round numbers that holds all values, with some air above and below them. */
export function niceTicks(values: readonly number[]): {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
} {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A flat curve, or one that moves in the noise of its numbers, stands in the middle of a scale of its own size.
  const size = Math.max(Math.abs(least), Math.abs(most));
  const span = most - least > size * 1e-9 && size > 1e-9 ? most - least : Math.max(size * 0.1, 1e-3);
  const step = niceStep(span / 4);
  const low = Math.floor((least - span * 0.05) / step) * step;
  const count = Math.ceil((most + span * 0.05 - low) / step);
  return {
    low,
    high: low + count * step,
    ticks: Array.from({ length: count + 1 }, (_, index) => low + index * step),
  };
}

/** The number without the digits that binary arithmetic leaves behind. */
export function numberLabel(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  return (fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10) * power;
}
