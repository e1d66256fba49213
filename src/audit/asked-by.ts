import type { Need } from '../rules/index.ts';
import { type PlannedJudgement, partsOf } from './planned-judgement.ts';

/** Everything that judgements ask of the plant, each once. */
export interface Asked {
  /** Points of which a reading or a series is needed. */
  readonly tags: ReadonlySet<string>;
  /** Points of which a series is needed, with the shortest interval that somebody asks for, ms; infinite where nobody does. */
  readonly series: ReadonlyMap<string, number>;
  /** The longest window, ms. */
  readonly spanMs: number;
  readonly accessed: ReadonlySet<string>;
  readonly recorded: ReadonlyMap<number, ReadonlySet<string>>;
  /** Switches of which somebody asks how long they have been what they are. */
  readonly switches: ReadonlySet<string>;
}

/** Goes through the needs of judgements one after another; what they ask of one point falls together. */
export function askedBy(judgements: readonly PlannedJudgement[]): Asked {
  const [tags, series, accessed] = [new Set<string>(), new Map<string, number>(), new Set<string>()];
  const recorded = new Map<number, Set<string>>();
  const switches = new Set<string>();
  let spanMs = 0;
  const take = (need: Need) => {
    if (need.kind === 'reading' || need.kind === 'series') tags.add(need.tag);
    if (need.kind === 'series') {
      const everyMs = need.everyMs ?? Number.POSITIVE_INFINITY;
      series.set(need.tag, Math.min(everyMs, series.get(need.tag) ?? everyMs));
      spanMs = Math.max(spanMs, need.spanMs);
    }
    if (need.kind === 'past') switches.add(need.tag);
    if (need.kind === 'access') accessed.add(need.tag);
    if (need.kind === 'history') recorded.set(need.days, (recorded.get(need.days) ?? new Set()).add(need.tag));
  };
  for (const planned of judgements) for (const { needs } of partsOf(planned)) needs.forEach(take);
  return { tags, series, spanMs, accessed, recorded, switches };
}
