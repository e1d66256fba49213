/** When something happened, as well as looking can tell: later than `afterMs` and no later than `byMs` (ms since 1970, our clock). */
export interface Span {
  readonly afterMs: number;
  readonly byMs: number;
}

/** True where every moment of `first` is before every moment of `second`; false says nothing of their order. */
export function isBefore(first: Span, second: Span): boolean {
  return first.byMs <= second.afterMs;
}

/** How long it took from one happening to a later one, ms: at least and at most. */
export function between(from: Span, to: Span): { readonly leastMs: number; readonly mostMs: number } {
  return {
    leastMs: Math.max(0, to.afterMs - from.byMs),
    mostMs: Math.max(0, to.byMs - from.afterMs),
  };
}

/** When the `count`-th of several happenings came. Undefined where there are fewer, or where it may have come before anybody looked. */
export function nthOf(happenings: readonly (Span | undefined)[], count: number): Span | undefined {
  if (happenings.length < count) return undefined;
  const at = (key: keyof Span) =>
    happenings.map((span) => span?.[key] ?? Number.NEGATIVE_INFINITY).sort((a, b) => a - b)[count - 1];
  const [afterMs, byMs] = [at('afterMs'), at('byMs')];
  return afterMs === undefined || byMs === undefined || !Number.isFinite(afterMs) || !Number.isFinite(byMs)
    ? undefined
    : { afterMs, byMs };
}

/** The span moved on by a delay, ms. */
export function later({ afterMs, byMs }: Span, delayMs: number): Span {
  return { afterMs: afterMs + delayMs, byMs: byMs + delayMs };
}
