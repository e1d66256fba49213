import type { Plant, SafetyFunction } from '../../plant/index.ts';
import { lineOf } from '../../protocols/index.ts';
import { DemandTracker, isComplete, localDate, localTime, type TestForm } from '../../rules/index.ts';
import { type CollectedRound, type CollectWiring, collect } from '../collect.ts';
import type { EvidenceLog } from '../evidence.ts';
import { inTurn } from '../in-turn.ts';
import type { ControllerTraffic } from '../record.ts';
import { formFor, judgeDemand } from './judge-demand.ts';
import { batchesOf, LookMaker } from './look-maker.ts';
import { planWatch, type WatchWindow } from './plan-watch.ts';
import type { DemandRecord, WatchHeader } from './watch-record.ts';

/** What a watch is asked to do. */
export interface WatchRequest {
  readonly id: string;
  readonly tripline: string;
  readonly plant: Plant;
  readonly functions: readonly SafetyFunction[];
  readonly window: WatchWindow;
  /** How many demands of one function make the watch complete; 0 = only its time, or the operator, ends it. */
  readonly demands: number;
}

/** What a watch is wired to, beside what collecting is. */
export interface WatchWiring extends CollectWiring {
  /** Hears of every round, with what was seen of each function until then. */
  readonly onSeen?: (trackers: readonly DemandTracker[]) => void;
  /** True once the operator has ended the watch. */
  readonly isStopped: () => boolean;
  /** What people say of the test; asked when watching has ended, since as-left values come last. */
  readonly formOf: () => TestForm | undefined;
}

/** How a watch ended. */
export interface WatchEnd {
  readonly records: readonly DemandRecord[];
  readonly traffic: readonly ControllerTraffic[];
}

/**
 * One watch, start to end: plan → look at the points of some functions, again and again, until a demand is complete, the
 * time is up or the operator ends it → judge what was seen → record. It reads and nothing else; what it saw stands in the
 * evidence as it came, and the judgement can be made from it again.
 */
export async function runWatch(request: WatchRequest, wiring: WatchWiring): Promise<WatchEnd> {
  const { plant, functions, window, demands } = request;
  const { clock, isStopped } = wiring;
  const began = clock.now();
  const plan = planWatch(plant, functions, window);
  const { log, sentAt } = rememberingExchanges(wiring.log);
  const header: WatchHeader = {
    id: request.id,
    tripline: request.tripline,
    startedAt: isoLocal(began.utc),
    observationDate: localDate(began.utc),
    functions: functions.map(({ id }) => id),
    window,
    began,
    simulatedTime: clock.simulated,
  };
  log.append('watch-started', header);
  log.append('plant', plant);

  const trackers = functions.map((it) => new DemandTracker(it, plant));
  const ground = { plant, began, sentAt };
  let completeMs: number | undefined;
  const makers = new Map<string, LookMaker>();
  const makerOf = (controller: string) => {
    const maker = makers.get(controller) ?? new LookMaker();
    makers.set(controller, maker);
    return maker;
  };
  const onRound = ({ controller, self, observations }: CollectedRound) => {
    const looks = observations.flatMap((observation) => makerOf(controller).take(observation, self, ground));
    for (const batch of batchesOf(looks)) for (const tracker of trackers) tracker.take(batch);
    wiring.onSeen?.(trackers);
    const done = demands > 0 ? trackers.find((tracker) => completeOf(tracker) >= demands) : undefined;
    // A little longer: whether the elements stay where they went.
    if (done !== undefined) completeMs ??= done.facts.toMs;
    const isDone = done !== undefined && completeMs !== undefined && done.facts.toMs - completeMs >= afterMs;
    return isDone || isStopped() ? 'enough' : 'go on';
  };
  const onItsLine = inTurn();
  const collected = await Promise.all(
    plant.controllers
      .filter(({ id }) => plan.controllers.has(id))
      .map((controller) =>
        onItsLine(
          controller.endpoints.flatMap((endpoint) => lineOf(endpoint) ?? []),
          () => collect(controller, plan, { ...wiring, log, onRound }),
        ),
      ),
  );

  const form = wiring.formOf();
  if (form !== undefined) log.append('test-form', form);
  const controllers = collected.map(({ controller }) => controller);
  const records = trackers.map(({ facts, function: it }) =>
    judgeDemand(facts, plant, controllers, formFor(it, form, header)),
  );
  for (const record of records) log.append('demand', record);
  const traffic = collected.map((each) => each.traffic);
  for (const each of traffic) log.append('traffic', each);
  log.append('watch-finished', { finishedAt: isoLocal(clock.now().utc) });
  return { records, traffic };
}

/** How long to watch on when a demand is complete, ms. */
const afterMs = 2000;

/** How many demands of a function have been seen to their end. */
function completeOf({ facts, function: it }: DemandTracker): number {
  return facts.episodes.filter((episode) => isComplete(episode, it, facts.toMs)).length;
}

/** A log that knows when the request of each exchange left. */
function rememberingExchanges(log: EvidenceLog): {
  readonly log: EvidenceLog;
  readonly sentAt: (exchange: number) => WatchHeader['began'] | undefined;
} {
  const sent = new Map<number, WatchHeader['began']>();
  return {
    sentAt: (exchange) => sent.get(exchange),
    log: {
      append: (kind, body) => {
        if (kind === 'exchange' && 'sent' in body) sent.set(body.number, body.sent);
        return log.append(kind, body);
      },
      appendAll: (kind, bodies) => log.appendAll(kind, bodies),
      head: () => log.head(),
      close: () => log.close(),
    },
  };
}

/** `2018-02-01T10:00:00+08:00` */
function isoLocal(utcMs: number): string {
  return `${localTime(utcMs).replace(' ', 'T')}+08:00`;
}
