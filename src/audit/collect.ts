import { setTimeout as pause } from 'node:timers/promises';
import type { Controller, Point } from '../plant/index.ts';
import {
  deadlineIn,
  noTraffic,
  type Observation,
  type PointAddress,
  type Reader,
  type Recorded,
  Restraint,
  type SelfReport,
  type Subscribed,
  sumTraffic,
} from '../protocols/index.ts';
import { clockOffset } from '../rules/index.ts';

import { lookBehind, type Posture, unanswered } from './look-behind.ts';
import { lookAtOthers, type OpenWiring, openActive, type Standbys } from './open-active.ts';
import { type AuditPlan, roundsOf } from './plan.ts';
import type { CollectProgress } from './progress.ts';
import type { ControllerRecord, ControllerTraffic } from './record.ts';
import { budgetOf, planRequests } from './request-plan.ts';
import { Sampler } from './sampler.ts';
import type { Series } from './series.ts';

/** What collecting is wired to. */
export interface CollectWiring extends OpenWiring {
  readonly progress: (event: CollectProgress) => void;
  /** Waits between two rounds, at most until the operator stops the run; absent = the machine's timer. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Hears of every round as it ends; `enough` ends the window of this controller before its time. */
  readonly onRound?: (round: CollectedRound) => 'go on' | 'enough';
}

/** What one round gave, with what the controller had said of itself. */
export interface CollectedRound {
  readonly controller: string;
  readonly self?: SelfReport;
  readonly observations: readonly Observation[];
}

/** Everything that was seen of one controller. */
export interface Collected {
  readonly controller: ControllerRecord;
  readonly traffic: ControllerTraffic;
  readonly observations: ReadonlyMap<string, Series>;
}

/** Reads one controller over the window. The world's failures come back as silences; only our own errors throw. */
export async function collect(controller: Controller, plan: AuditPlan, wiring: CollectWiring): Promise<Collected> {
  const started = wiring.clock.now();
  const points = plan.points.get(controller.id) ?? { watched: [], once: [] };
  const all = [...points.watched, ...points.once];
  // One restraint for all endpoints and all rounds: what was agreed on in advance is never exceeded.
  const restraint = new Restraint(budgetOf(planRequests(controller, plan)));
  const opened = await openActive(controller, { ...wiring, restraint });
  let others: Standbys | undefined;
  const sampler = new Sampler(controller.id, wiring.log);
  const { everyMs, after: rounds } = roundsOf(plan, controller.id);
  const asked = plan.posture?.get(controller.id) ?? { access: [], history: [] };
  const behind = {
    access: asked.access.map(addressOf),
    history: asked.history.map(({ days, points }) => ({ days, points: points.map(addressOf) })),
  };
  let posture: Posture = {};
  let exported: ControllerRecord['exported'];
  let subscription: ControllerRecord['subscription'];
  try {
    if (opened.reader === undefined) {
      const { at, fault } = opened;
      const silences = all.map(({ tag }) => ({ kind: 'silence' as const, tag, fault, at }));
      sampler.take(silences, 1, at.monotonicMs);
      posture = unanswered(behind, fault);
    } else {
      if (opened.reader.recorded === undefined) await sample(opened.reader);
      else exported = await replay(opened.reader.recorded(all.map(addressOf), plan.window.ms));
      const { silence } = sampler;
      // The last thing in the session; of a controller that answered nothing, nothing more is asked.
      posture =
        silence !== undefined
          ? unanswered(behind, silence)
          : await lookBehind(
              opened.reader,
              { ...behind, past: seenAtOne(asked.past ?? []) },
              nowOf(opened.self),
              (points) => deadlineFor(controller, points),
            );
    }
  } finally {
    await opened.reader?.close();
  }
  // Only now: there are never two connections to one controller.
  if (!wiring.signal.aborted) others = await lookAtOthers(controller, opened, { ...wiring, restraint });
  const read = all.filter((point) => sampler.series.get(point.tag)?.lastChange?.body.kind === 'reading').length;
  // Nobody looked at files in rounds.
  const sampling = exported === undefined ? sampler.sampling(everyMs) : undefined;
  const offset = opened.self?.clock === undefined ? undefined : clockOffset(opened.self.clock);
  const body = {
    id: controller.id,
    endpoint: opened.endpoint,
    ...(opened.self === undefined ? {} : { self: opened.self }),
    ...(offset === undefined ? {} : { clockOffsetMs: offset }),
    ...(opened.reader === undefined ? { fault: opened.fault } : {}),
    points: { asked: all.length, read },
    ...posture,
    ...(exported === undefined ? {} : { exported }),
    ...(sampling === undefined ? {} : { sampling }),
    ...(subscription === undefined ? {} : { subscription }),
    durationMs: Math.round(wiring.clock.now().monotonicMs - started.monotonicMs),
    standby: [...opened.standby, ...(others?.standby ?? [])],
  };
  const seen: ControllerRecord = { ...body, evidence: wiring.log.append('controller', body) };
  wiring.progress({ kind: 'controller', record: seen });
  return {
    controller: seen,
    traffic: { controller: controller.id, ...sumTraffic(opened.traffic(), others?.traffic() ?? noTraffic) },
    observations: sampler.series,
  };

  /** Round 1 reads everything; the window begins when it is done, so that every point is watched for all of it. */
  async function sample(reader: Reader): Promise<void> {
    // The same lists every time: a reader plans the requests of a list once.
    const everything = all.map(addressOf);
    const watched = everything.slice(0, points.watched.length);
    let isEnough = await readRound(reader, 1, everything);
    const begun = wiring.clock.now().monotonicMs;
    let subscribed = isEnough || sampler.isSilent ? undefined : await subscribe(reader, watched);
    // A controller that answered nothing at all is left alone: what it did not say stands as silence.
    for (let round = 1; round <= rounds && !sampler.isSilent && !isEnough; round += 1) {
      const waitMs = begun + round * everyMs - wiring.clock.now().monotonicMs;
      if (waitMs > 0) await (wiring.wait ?? byTimer)(waitMs, wiring.signal);
      if (wiring.signal.aborted) return;
      if (subscribed === undefined)
        isEnough = await readRound(reader, round + 1, round === rounds ? everything : watched);
      else {
        isEnough = await hearRound(subscribed, round + 1);
        // What is lost is read again, and not subscribed to a second time.
        if (subscription !== 'used') subscribed = undefined;
      }
    }
  }

  /** Points that say how old they are must be read: of what does not change a subscription is silent. */
  async function subscribe(reader: Reader, watched: readonly PointAddress[]): Promise<Subscribed | undefined> {
    const isTold = points.watched.every(({ stamps }) => stamps !== 'on-sample');
    if (wiring.subscribes !== true || reader.subscribe === undefined || watched.length === 0 || !isTold)
      return undefined;
    const opened = await reader.subscribe(watched, everyMs, deadlineFor(controller, watched.length));
    subscription = 'kind' in opened ? { fault: opened } : 'used';
    return 'kind' in opened ? undefined : opened;
  }

  async function hearRound(subscribed: Subscribed, round: number): Promise<boolean> {
    const waves = await subscribed.next(deadlineFor(controller, points.watched.length));
    const last = waves.at(-1) ?? [];
    for (const wave of waves.slice(0, -1)) sampler.takeEarlier(wave, round);
    sampler.take(last, round, wiring.clock.now().monotonicMs);
    const [first] = last;
    if (first?.kind === 'silence' && last.every(({ kind }) => kind === 'silence'))
      subscription = { fault: first.fault };
    return tell(waves.flat(), round);
  }

  async function readRound(reader: Reader, round: number, asked: readonly PointAddress[]): Promise<boolean> {
    const observations = await reader.read(asked, deadlineFor(controller, asked.length));
    sampler.take(observations, round, wiring.clock.now().monotonicMs);
    return tell(observations, round);
  }

  function tell(observations: readonly Observation[], round: number): boolean {
    const seenTags = new Set<string>();
    for (const { kind, tag } of observations) if (kind === 'reading') seenTags.add(tag);
    const tags = [...seenTags];
    const leftMs = Math.max(0, rounds + 1 - round) * everyMs;
    wiring.progress({
      kind: 'round',
      controller: controller.id,
      round,
      of: rounds + 1,
      asked: all.length,
      tags,
      leftMs,
    });
    const seen = { controller: controller.id, ...(opened.self === undefined ? {} : { self: opened.self }) };
    return wiring.onRound?.({ ...seen, observations }) === 'enough';
  }

  /** What files say, moment by moment, as if each had been a round. */
  async function replay(recorded: Promise<Recorded>): Promise<ControllerRecord['exported']> {
    const { observations, report } = await recorded;
    const moments = new Map<number, Observation[]>();
    for (const observation of observations) {
      const same = moments.get(observation.at.utc);
      if (same === undefined) moments.set(observation.at.utc, [observation]);
      else same.push(observation);
    }
    let round = 0;
    for (const [atMs, same] of moments) {
      round += 1;
      sampler.take(same, round, atMs);
    }
    const tags = observations.flatMap(({ kind, tag }) => (kind === 'reading' ? [tag] : []));
    wiring.progress({ kind: 'round', controller: controller.id, round: 1, of: 1, asked: all.length, tags, leftMs: 0 });
    return report;
  }

  /** A switch that stands at zero has no age that anybody asks for. */
  function seenAtOne(switches: readonly Point[]): readonly PointAddress[] {
    const isAtOne = (seen: Observation) => seen.kind === 'reading' && (seen.value === true || Number(seen.value) === 1);
    return switches.filter(({ tag }) => [...(sampler.series.get(tag) ?? [])].some(isAtOne)).map(addressOf);
  }

  /** Now, by the controller's own clock as far as it is known. */
  function nowOf(self: SelfReport | undefined): number {
    return wiring.clock.now().utc + (self?.clock === undefined ? 0 : clockOffset(self.clock));
  }
}

async function byTimer(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

function addressOf(point: Point): PointAddress {
  const { tag, address, type, wordOrder, length } = point;
  return { tag, address, type, ...(wordOrder ? { wordOrder } : {}), ...(length ? { length } : {}) };
}

/** A reading of many blocks may take many requests; each of them keeps its own, shorter deadline. */
function deadlineFor(controller: Controller, points: number) {
  const { requestTimeoutMs, gapMs } = controller.pacing;
  return deadlineIn(requestTimeoutMs * 4 + points * (gapMs + 50));
}
