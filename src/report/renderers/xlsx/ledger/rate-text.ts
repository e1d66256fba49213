/** A rate as a whole percentage; nothing out of nothing is no rate, and is never printed as all of it. */
export function rateText(rate: number | undefined): string {
  return rate === undefined ? '—' : `${Math.floor(rate * 100)}%`;
}
