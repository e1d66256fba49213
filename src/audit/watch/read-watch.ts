import type { Plant } from '../../plant/index.ts';
import type { Moment } from '../../protocols/index.ts';
import { DemandTracker } from '../../rules/index.ts';
import { fromCanonical, toCanonical } from '../canonical.ts';
import type { EvidenceBodies, EvidenceKind } from '../evidence.ts';
import type { ControllerRecord, ControllerTraffic, RecordedObservation } from '../record.ts';
import { type Entry, readSamples, verifyChain } from '../store/index.ts';
import { formFor, judgeDemand } from './judge-demand.ts';
import { batchesOf, LookMaker } from './look-maker.ts';
import type { DemandRecord, WatchHeader } from './watch-record.ts';

/** One watch, as its evidence file holds it. */
export interface WatchRecord {
  readonly header: WatchHeader;
  readonly plant: Plant;
  readonly controllers: readonly ControllerRecord[];
  readonly observations: readonly RecordedObservation[];
  readonly demands: readonly DemandRecord[];
  /** True where what was recorded as judgement follows from what was recorded as seen. */
  readonly follows: boolean;
  readonly traffic: readonly ControllerTraffic[];
  /** Absent when the watch was cut off: then nothing above is complete. */
  readonly end?: { readonly finishedAt: string };
  /** SHA-256 of the last entry of the chain, hex. */
  readonly chainHead: string;
  readonly entries: number;
}

/** True where a list of entries begins as that of a watch. */
export function isWatch(entries: readonly Entry[]): boolean {
  return entries[0]?.kind === 'watch-started';
}

/**
 * The watch that a list of entries holds, and whether its judgement follows from what was seen. A broken chain or a file
 * without a beginning throws: nothing in it may be shown as evidence.
 */
export function readWatch(entries: readonly Entry[]): WatchRecord {
  const chain = verifyChain(entries);
  if (!chain.intact) throw new Error(`the evidence chain breaks at entry ${chain.firstBroken} (${chain.because})`);
  const header = all(entries, 'watch-started')[0]?.body;
  const plant = all(entries, 'plant')[0]?.body;
  if (header === undefined || plant === undefined) throw new Error('this file holds no watch');
  // Each controller is written when it is done; the judgement names them in the order of the plant.
  const rank = new Map(plant.controllers.map(({ id }, index) => [id, index]));
  const controllers = all(entries, 'controller')
    .map(({ body, number }) => ({ ...body, evidence: number }))
    .sort((a, b) => (rank.get(a.id) ?? rank.size) - (rank.get(b.id) ?? rank.size));
  const observations = readSamples(entries);
  const demands = all(entries, 'demand').map(({ body }) => body);
  const end = all(entries, 'watch-finished')[0]?.body;
  const sent = new Map(all(entries, 'exchange').map(({ body }) => [body.number, body.sent]));
  const again = judgedAgain({ header, plant, controllers, observations, sent }, all(entries, 'test-form')[0]?.body);
  return {
    header,
    plant,
    controllers,
    observations,
    demands,
    follows: toCanonical(again) === toCanonical(demands),
    traffic: all(entries, 'traffic').map(({ body }) => body),
    ...(end === undefined ? {} : { end }),
    chainHead: chain.head,
    entries: chain.entries,
  };
}

/** The judgement made once more, from what was seen, in the order in which it was seen. */
function judgedAgain(
  {
    header,
    plant,
    controllers,
    observations,
    sent,
  }: Pick<WatchRecord, 'header' | 'plant' | 'controllers' | 'observations'> & {
    readonly sent: ReadonlyMap<number, Moment>;
  },
  form: EvidenceBodies['test-form'] | undefined,
): readonly DemandRecord[] {
  const ground = { plant, began: header.began, sentAt: (exchange: number) => sent.get(exchange) };
  const trackers = header.functions.flatMap((id) =>
    plant.functions.filter((it) => it.id === id).map((it) => new DemandTracker(it, plant)),
  );
  const makers = new Map<string, LookMaker>();
  for (const round of roundsOf(observations, plant)) {
    const looks = round.flatMap((observation) => {
      const controller = plant.points.get(observation.tag)?.controller ?? '';
      const maker = makers.get(controller) ?? new LookMaker();
      makers.set(controller, maker);
      return maker.take(observation, controllers.find(({ id }) => id === controller)?.self, ground);
    });
    for (const batch of batchesOf(looks)) for (const tracker of trackers) tracker.take(batch);
  }
  return trackers.map(({ facts, function: it }) => judgeDemand(facts, plant, controllers, formFor(it, form, header)));
}

/** The samples of one round at one controller stand together in the evidence, since they were written at once. */
function roundsOf(
  observations: readonly RecordedObservation[],
  plant: Plant,
): readonly (readonly RecordedObservation[])[] {
  const rounds: RecordedObservation[][] = [];
  let open: { readonly key: string; readonly round: RecordedObservation[] } | undefined;
  for (const observation of observations) {
    const key = `${plant.points.get(observation.tag)?.controller} ${observation.sample}`;
    if (open?.key !== key) {
      open = { key, round: [] };
      rounds.push(open.round);
    }
    open.round.push(observation);
  }
  return rounds;
}

function all<K extends EvidenceKind>(
  entries: readonly Entry[],
  kind: K,
): { readonly body: EvidenceBodies[K]; readonly number: number }[] {
  return (
    entries
      .filter((entry) => entry.kind === kind)
      // The chain vouches that these are the bytes that `append` wrote for this kind, so their shape is known.
      .map((entry) => ({ body: fromCanonical(entry.body) as EvidenceBodies[K], number: entry.number }))
  );
}
