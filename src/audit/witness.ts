import { type Text, text } from '../messages/index.ts';
import type { Controller, Point } from '../plant/index.ts';
import {
  type Endpoint,
  noTraffic,
  type PointAddress,
  type ReaderWiring,
  Restraint,
  sumTraffic,
  type Target,
  type Value,
  type WitnessAnswer,
  type WitnessReport,
} from '../protocols/index.ts';
import type { Collected } from './collect.ts';
import type { EvidenceLog } from './evidence.ts';
import type { AuditPlan } from './plan.ts';
import type { WitnessRecord } from './record.ts';
import { planRequests, witnessBudgetOf } from './request-plan.ts';
import type { Series } from './series.ts';
import { mayWitness, witnessedPoints } from './witnessed-points.ts';

/** What a second implementation is wired to; absent `askWitness` = nobody asked for one. */
export interface WitnessWiring extends Omit<ReaderWiring, 'tap'> {
  readonly log: EvidenceLog;
  readonly targetOf: (controller: Controller, endpoint: Endpoint) => Target;
  readonly askWitness?: (
    target: Target,
    points: readonly PointAddress[],
    wiring: ReaderWiring,
  ) => Promise<WitnessReport>;
}

/** A point whose reading may not be judged, because two implementations disagree about it. */
export interface Distrust {
  readonly why: Text;
  readonly evidence: number;
}

/** What was collected of a controller, and what a second implementation says against it. */
export interface Witnessed extends Collected {
  readonly distrusted?: ReadonlyMap<string, Distrust>;
}

/**
 * Has a second implementation read the trip-critical points of one controller again, and records each comparison. Call it
 * when our own connection has been closed: never two at once. A SIS is left alone unless its owner allowed it.
 */
export async function witness(
  controller: Controller,
  plan: AuditPlan,
  collected: Collected,
  wiring: WitnessWiring,
): Promise<Witnessed> {
  const points = witnessedPoints(controller, plan);
  const endpoint = controller.endpoints.find(({ url }) => url === collected.controller.endpoint);
  const isReached = collected.controller.fault === undefined && endpoint !== undefined;
  if (wiring.askWitness === undefined || points.length === 0 || !isReached || wiring.signal.aborted) return collected;
  // Nothing is asked that could not be compared anyway.
  const steady = points.filter(({ tag }) => incomparable(collected.observations.get(tag) ?? []) === undefined);
  const report =
    steady.length > 0 && mayWitness(controller)
      ? await wiring.askWitness(wiring.targetOf(controller, endpoint), steady.map(addressOf), {
          ...wiring,
          restraint: new Restraint(witnessBudgetOf(planRequests(controller, plan, true), collected.traffic)),
          tap: (exchange) => wiring.log.append('exchange', exchange),
        })
      : notAllowed(controller, steady);
  const theirs = new Map(report.answers.map((answer) => [answer.tag, answer]));
  const distrusted = new Map<string, Distrust>();
  for (const { tag } of points) {
    const comparison = compareWitness(collected.observations.get(tag) ?? [], theirs.get(tag));
    const { implementation } = report;
    const body: WitnessRecord = { controller: controller.id, tag, implementation, ...comparison };
    const evidence = wiring.log.append('witness', body);
    if (comparison.verdict === 'disagrees') distrusted.set(tag, { why: comparison.because, evidence });
  }
  const traffic = {
    controller: controller.id,
    ...sumTraffic(collected.traffic, report.traffic),
    witness: report.traffic,
  };
  return { ...collected, traffic, distrusted };
}

/** What comes of holding two readings of one point against each other. */
export type Comparison =
  | { readonly verdict: 'agrees'; readonly ours: Value; readonly theirs: Value }
  | { readonly verdict: 'disagrees'; readonly ours: Value; readonly theirs: Value; readonly because: Text }
  | { readonly verdict: 'not-compared'; readonly because: Text };

/**
 * Compares our readings of one point with what the second implementation read after them. Only a steady point, equal in
 * our last two rounds, can be compared: a moving one may have moved once more. NaN equals NaN here.
 */
export function compareWitness(ours: Series, theirs: WitnessAnswer | undefined): Comparison {
  const last = ours.at(-1);
  const because = incomparable(ours);
  if (because !== undefined || last?.kind !== 'reading') {
    return { verdict: 'not-compared', because: because ?? text('witness.not-read') };
  }
  if (theirs === undefined) throw new Error(`the witness was asked for ${last.tag} and said nothing`);
  if (!('value' in theirs)) return { verdict: 'not-compared', because: theirs.because };
  const values = { ours: last.value, theirs: theirs.value };
  if (Object.is(values.ours, values.theirs)) return { verdict: 'agrees', ...values };
  const words = text('witness.disagree', { ours: String(values.ours), theirs: String(values.theirs) });
  return { verdict: 'disagrees', ...values, because: words };
}

/** Why our own readings of a point can be held against nothing; undefined when they can. */
function incomparable(ours: Series): Text | undefined {
  const [previous, last] = [ours.at(-2), ours.at(-1)];
  if (previous?.kind !== 'reading' || last?.kind !== 'reading') return text('witness.not-read');
  return Object.is(previous.value, last.value) ? undefined : text('witness.not-steady');
}

function notAllowed({ id }: Controller, points: readonly Point[]): WitnessReport {
  const because = text('witness.not-allowed', { controller: id });
  return { implementation: 'none', answers: points.map(({ tag }) => ({ tag, because })), traffic: noTraffic };
}

function addressOf({ tag, address, type, wordOrder, length }: Point): PointAddress {
  return {
    tag,
    address,
    type,
    ...(wordOrder === undefined ? {} : { wordOrder }),
    ...(length === undefined ? {} : { length }),
  };
}
