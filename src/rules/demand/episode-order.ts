import type { SafetyFunction } from '../../plant/index.ts';
import { type Episode, initiatorKey, type SeenEffect, type SeenInitiator } from './demand-facts.ts';
import { between, isBefore, type Span } from './span.ts';

/** How the demand of one initiator stands to all others of its episode: proven first, proven later, or nobody can tell. */
export type Order =
  | { readonly is: 'first' }
  | { readonly is: 'later'; readonly than: SeenInitiator }
  | { readonly is: 'open'; readonly beside: SeenInitiator };

/** The place of an initiator among those that `counts` takes into account. */
export function orderOf(
  it: SeenInitiator,
  { initiators }: Pick<Episode, 'initiators'>,
  counts: (other: SeenInitiator) => boolean = () => true,
): Order {
  let open: SeenInitiator | undefined;
  for (const other of initiators) {
    if (initiatorKey(other) === initiatorKey(it) || !counts(other)) continue;
    if (it.demanded === undefined || other.demanded === undefined) open ??= other;
    else if (isBefore(other.demanded, it.demanded)) return { is: 'later', than: other };
    else if (!isBefore(it.demanded, other.demanded)) open ??= other;
  }
  return open === undefined ? { is: 'first' } : { is: 'open', beside: open };
}

/** The earliest sign that an element moved towards its safe state; undefined where there was none. */
export function firstSign({ commanded, left, arrived }: SeenEffect): Span | undefined {
  const signs = [commanded, left, arrived].filter((span) => span !== undefined);
  return signs.sort((a, b) => a.byMs - b.byMs)[0];
}

/** How long the element was on its way, from its command or else from leaving, ms; undefined where not both ends were seen. */
export function strokeOf({ commanded, left, arrived }: SeenEffect): ReturnType<typeof between> | undefined {
  const began = commanded ?? left;
  return began === undefined || arrived === undefined ? undefined : between(began, arrived);
}

/** Nothing more is to be seen of it: it was demanded, and every element is where it belongs or past its time. */
export function isComplete(episode: Episode, it: SafetyFunction, nowMs: number): boolean {
  const own = episode.initiators.filter(({ of }) => of === it.id);
  if (episode.stood === true || own.length === 0) return false;
  const elements = it.effects.filter(({ to }) => to !== 'alarm');
  return elements.every((effect) => {
    const seen = episode.effects.find(({ element, to }) => element === effect.element && to === effect.to);
    if (seen?.arrived !== undefined) return true;
    const allowedMs = Math.max(effect.withinMs ?? 0, it.safetyTimeMs ?? 0);
    return own.some(
      ({ demanded, delayMs, stoodToMs }) => nowMs > (demanded?.byMs ?? stoodToMs) + delayMs + 1.5 * allowedMs + 2000,
    );
  });
}
