import { type Text, text } from '../../messages/index.ts';
import type { CalendarDate, Plant } from '../../plant/index.ts';
import { type Witnessed, watchedTags } from '../../rules/index.ts';
import { usable } from '../usable.ts';
import { declarationOf } from './declaration-of.ts';
import type { WatchRecord } from './read-watch.ts';
import type { DemandRecord } from './watch-record.ts';

/** The record of a watch as an audit takes it into its own evidence, with what a picture of it needs. */
export interface CitedDemand {
  readonly watch: string;
  /** Head of the chain of the watch, hex. */
  readonly head: string;
  readonly on: CalendarDate;
  readonly record: DemandRecord;
  /** By tag what was seen, in engineering units; null where nothing usable was. */
  readonly series: readonly {
    readonly tag: string;
    readonly samples: readonly (readonly [atMs: number, value: number | null])[];
  }[];
  /** Why no check uses it; absent where they do. */
  readonly unfit?: Text;
}

/** How much of the series stands before and after what happened, ms. */
const marginMs = 5000;
/** More samples than these are thinned out: a picture shows no more. */
const mostSamples = 400;

/** Cites a watch in an audit of this plant on this day; a record that says nothing of it any more says why. */
export function citeWatch(
  watch: WatchRecord,
  plant: Plant,
  { observationDate, isSimulated }: { readonly observationDate: CalendarDate; readonly isSimulated: boolean },
): readonly CitedDemand[] {
  const { header, chainHead: head, demands } = watch;
  return demands.map((record) => {
    const { observationDate: on } = header;
    const unfit = unfitness(watch, record, plant, observationDate, isSimulated);
    return {
      watch: header.id,
      head,
      on,
      record,
      series: seriesOf(watch, record),
      ...(unfit === undefined ? {} : { unfit }),
    };
  });
}

/** What checks are given of the records that are fit; `evidence` is the number of the entry of each. */
export function witnessedOf(cited: readonly (CitedDemand & { readonly evidence: number })[]): readonly Witnessed[] {
  return cited.flatMap(({ watch, on, record, unfit, evidence }) =>
    unfit === undefined
      ? [{ watch, on, function: record.function, facts: record.facts, tested: record.tested, evidence }]
      : [],
  );
}

function unfitness(
  { header, plant: then, end, follows }: WatchRecord,
  record: DemandRecord,
  plant: Plant,
  today: CalendarDate,
  isSimulated: boolean,
): Text | undefined {
  const it = plant.functions.find(({ id }) => id === record.function);
  const { observationDate: on } = header;
  if (end === undefined) return text('watch.unfit-unfinished');
  if (!follows) return text('watch.verify-differs');
  if (header.simulatedTime !== isSimulated) return text('watch.unfit-simulated');
  if (then.enterprise.uscc !== plant.enterprise.uscc)
    return text('watch.unfit-enterprise', { name: then.enterprise.name });
  if (it === undefined || declarationOf(it, plant) !== record.declaration)
    return text('watch.unfit-declaration', { function: record.function });
  if (on > today) return text('watch.unfit-later', { on });
  const changed = it.logicChanged ?? plant.controllers.find(({ id }) => id === it.solver)?.logicChanged;
  return changed !== undefined && on < changed ? text('watch.unfit-changed', { on, changed }) : undefined;
}

/** The watched points around what happened; of a watch in which nothing happened, none. */
function seriesOf(
  { observations, plant, controllers, header }: WatchRecord,
  record: DemandRecord,
): CitedDemand['series'] {
  const { episodes, toMs } = record.facts;
  const it = plant.functions.find(({ id }) => id === record.function);
  if (it === undefined || episodes.length === 0) return [];
  const { began } = header;
  const from = Math.min(...episodes.map(({ beganMs }) => beganMs)) - marginMs;
  const to = Math.max(...episodes.map(({ endedMs }) => endedMs ?? toMs)) + marginMs;
  const tags = watchedTags(it, plant);
  const byTag = new Map<string, (readonly [number, number | null])[]>();
  for (const observation of observations) {
    const { tag, at } = observation;
    const atMs = Math.round(began.utc + at.monotonicMs - began.monotonicMs);
    const point = plant.points.get(tag);
    if (!tags.has(tag) || point === undefined || atMs < from || atMs > to) continue;
    const offsetMs = controllers.find(({ id }) => id === point.controller)?.clockOffsetMs ?? 0;
    const seen = usable(point, observation, offsetMs);
    const value = seen.usable && typeof seen.sample.value !== 'string' ? Number(seen.sample.value) : null;
    const samples = byTag.get(tag) ?? [];
    samples.push([atMs, value]);
    byTag.set(tag, samples);
  }
  return [...byTag]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([tag, samples]) => ({ tag, samples: thinned(samples) }));
}

function thinned<T>(samples: readonly T[]): readonly T[] {
  const step = Math.ceil(samples.length / mostSamples);
  return step <= 1 ? samples : samples.filter((_, index) => index % step === 0 || index === samples.length - 1);
}
