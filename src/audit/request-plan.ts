import type { Controller, Point } from '../plant/index.ts';
import {
  type Endpoint,
  type PlannedRequest,
  type PointAddress,
  requestPlannerFor,
  type Target,
  type Traffic,
  type TrafficBudget,
  witnessRequests,
} from '../protocols/index.ts';
import { type AuditPlan, roundsOf } from './plan.ts';
import { mayWitness, witnessedPoints } from './witnessed-points.ts';

/** A request and how often it is sent in the whole audit. */
export interface CountedRequest extends PlannedRequest {
  readonly count: number;
}

/** Why a request may be sent beside the plan. */
export type ContingencyReason =
  | 'standby'
  | 'reconnect'
  | 'follow-up'
  | 'parts'
  | 'records'
  | 'past'
  | 'busy'
  | 'crowded'
  | 'unsubscribed'
  | 'witness';

/** A request that may be sent beside the plan, and how often at most; `{n}` in `what` stands for a number. */
export interface Contingency extends CountedRequest {
  readonly because: ContingencyReason;
}

/** Everything that an audit will, or may, send to one controller. */
export interface ControllerRequests {
  readonly controller: string;
  readonly endpoints: readonly string[];
  readonly planned: readonly CountedRequest[];
  readonly contingencies: readonly Contingency[];
  /** Of the plan alone. */
  readonly totals: { readonly requests: number; readonly bytesOut: number; readonly bytesIn: number };
  /** Plan and all contingencies, the witness among them; or less, where the plant file declares less. Beyond it the controller is not asked any more. */
  readonly ceiling: TrafficBudget;
  /** Of the plan alone, under the pacing and with `answerMs` for each answer. */
  readonly durationMs: number;
}

/** The time of one answer that an estimated duration assumes. */
export const assumedAnswerMs = 20;

/** For what the last reply may hold beyond what was expected of it. */
const slackBytes = 2000;

/**
 * Derives from the plan of an audit what will be sent to a controller; connects to nothing. `withWitness` where a second
 * implementation is asked for.
 */
export function planRequests(controller: Controller, plan: AuditPlan, withWitness = false): ControllerRequests {
  const points = plan.points.get(controller.id) ?? { watched: [], once: [] };
  const all = [...points.watched, ...points.once];
  const between = roundsOf(plan, controller.id).after;
  const target = targetFor(controller, controller.endpoints[0]);
  const planner = requestPlannerFor(target);
  const whole = planner.reads(target, all.map(addressOf));
  const watched = planner.reads(target, points.watched.map(addressOf));
  const wholeRounds = between > 0 ? 2 : 1;
  const watchedRounds = Math.max(0, between - 1);
  const posture = plan.posture?.get(controller.id);
  const behind = [
    ...(posture?.access.length ? (planner.access?.(posture.access.map(addressOf)) ?? []) : []),
    ...(posture?.history ?? []).flatMap((each) => planner.history?.(each.points.map(addressOf)) ?? []),
  ];
  // Each other endpoint of a redundant controller is looked at once.
  const others = controller.endpoints.slice(1).flatMap((endpoint) => {
    const other = targetFor(controller, endpoint);
    return [...planner.opening(other), ...planner.identity(other), ...planner.closing(other)];
  });
  const polled = [
    ...whole.map((request) => ({ ...request, count: wholeRounds })),
    ...watched.map((request) => ({ ...request, count: watchedRounds })),
  ];
  // A watch is told of changes where the controller can do that; where it declines, it is polled as it would have been.
  const told = plan.subscribes === true ? planner.subscription?.(points.watched.map(addressOf)) : undefined;
  const around = [
    ...once(planner.opening(target)),
    ...once(planner.identity(target)),
    ...once(behind),
    ...once(planner.closing(target)),
    ...once(others),
  ];
  const planned = counted(
    told === undefined
      ? [...around, ...polled]
      : [
          ...around,
          ...whole.map((request) => ({ ...request, count: 1 })),
          ...once(told.opening),
          ...told.round.map((request) => ({ ...request, count: between })),
        ],
  );
  const contingencies = [
    ...(told === undefined ? [] : unsubscribed(polled)),
    ...contingenciesOf(controller, counted([...around, ...polled]), wholeRounds + watchedRounds),
    ...contingenciesBehind(behind),
    ...contingenciesPast(posture?.past?.length ? (planner.past?.(posture.past.map(addressOf)) ?? []) : []),
    ...(withWitness && mayWitness(controller) ? witnessContingencies(controller, plan) : []),
  ];
  const totals = {
    requests: sum(planned, ({ count }) => count),
    bytesOut: sum(planned, ({ bytesOut, count }) => bytesOut * count),
    bytesIn: sum(planned, ({ bytesIn, count }) => bytesIn * count),
  };
  const { gapMs, budget } = controller.pacing;
  const most = mostOf([...planned, ...contingencies]);
  const msOf = (list: readonly PlannedRequest[]) => list.length * (assumedAnswerMs + gapMs);
  const windowMs = Math.max(plan.window.ms, watchedRounds * msOf(watched)) + (wholeRounds - 1) * msOf(whole);
  const before = msOf([...planner.opening(target), ...planner.identity(target), ...whole, ...behind, ...others]);
  return {
    controller: controller.id,
    endpoints: controller.endpoints.map(({ url }) => url),
    planned,
    contingencies,
    totals,
    ceiling: lesser(most, budget ?? most),
    durationMs: Math.round(before + windowMs),
  };
}

/**
 * The budget of our own reading that keeps within the ceiling: farewells are never withheld, so they are set aside, and what
 * the witness may send is the witness's.
 */
export function budgetOf({ ceiling, planned, contingencies }: ControllerRequests): TrafficBudget {
  const ours = [...planned, ...contingencies.filter(({ because }) => because !== 'witness')];
  const farewells = sum(
    ours.filter(({ kind }) => kind === 'close'),
    ({ count }) => count,
  );
  const { requests, bytes } = lesser(ceiling, mostOf(ours));
  return { requests: Math.max(0, requests - farewells), bytes };
}

/** The budget of the witness: what it may send, or less, where our own reading has left less of the ceiling. */
export function witnessBudgetOf({ ceiling, contingencies }: ControllerRequests, spent: Traffic): TrafficBudget {
  const left = {
    requests: Math.max(0, ceiling.requests - sum(Object.values(spent.requests), (count) => count)),
    bytes: Math.max(0, ceiling.bytes - spent.bytesOut - spent.bytesIn),
  };
  return lesser(left, mostOf(contingencies.filter(({ because }) => because === 'witness')));
}

function mostOf(requests: readonly CountedRequest[]): TrafficBudget {
  return {
    requests: sum(requests, ({ count }) => count),
    bytes: sum(requests, (each) => (each.bytesOut + (each.mostBytesIn ?? each.bytesIn)) * each.count) + slackBytes,
  };
}

function lesser(some: TrafficBudget, other: TrafficBudget): TrafficBudget {
  return { requests: Math.min(some.requests, other.requests), bytes: Math.min(some.bytes, other.bytes) };
}

/** Whether an exchange is one of the requests, by its kind and words; `{n}` matches any number. */
export function isListed(
  { kind, what }: Pick<PlannedRequest, 'kind' | 'what'>,
  list: readonly Pick<PlannedRequest, 'kind' | 'what'>[],
): boolean {
  return list.some((each) => each.kind === kind && each.what.split(' | ').some((one) => patternOf(one).test(what)));
}

function patternOf(what: string): RegExp {
  const parts = what.split('{n}').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\d+')}$`);
}

function contingenciesOf(
  controller: Controller,
  planned: readonly CountedRequest[],
  rounds: number,
): readonly Contingency[] {
  const [first, ...others] = controller.endpoints;
  const target = targetFor(controller, first);
  const planner = requestPlannerFor(target);
  const reads = planned.filter(({ kind }) => kind === 'read');
  const longest = planner.otherParts(target);
  // A part of n values, halved down to each of them, is at most 2n - 2 requests more.
  const halvings = sum(reads, ({ values = 1, count }) => Math.max(0, 2 * values - 2) * count);
  const asked =
    sum(reads, ({ count }) => count) +
    planner.identity(target).length * controller.endpoints.length +
    sum(planner.followUps(target), (each) => each.most);
  const lists: readonly (readonly [ContingencyReason, number, readonly PlannedRequest[]])[] = [
    // Of a pair that is all in stop, the first one is opened again.
    ...(others.length === 0 ? [] : [['standby', 1, [...planner.opening(target), ...planner.closing(target)]] as const]),
    ...controller.endpoints.map((endpoint) => {
      const its = targetFor(controller, endpoint);
      return ['reconnect', planner.reconnections(rounds), [...planner.opening(its), ...planner.closing(its)]] as const;
    }),
  ];
  return [
    ...lists.flatMap(([because, count, requests]) => requests.map((request) => ({ ...request, because, count }))),
    ...planner.followUps(target).map(({ most, ...request }) => ({
      ...request,
      because: 'follow-up' as const,
      count: most * controller.endpoints.length,
    })),
    ...shared(longest, 'parts', halvings),
    ...shared(longest, 'busy', planner.busyRetries * (asked + halvings)),
    ...shared(longest, 'crowded', controller.pacing.maxInFlight > 1 ? controller.pacing.maxInFlight : 0),
  ].filter(({ count }) => count > 0);
}

/** What is read where a controller does not report changes, or does not any more. */
function unsubscribed(polled: readonly CountedRequest[]): readonly Contingency[] {
  return polled.filter(({ count }) => count > 0).map((request) => ({ ...request, because: 'unsubscribed' }));
}

/** A request of n points may be halved down to each of them; records are looked for a second time where none is old enough. */
function contingenciesBehind(behind: readonly PlannedRequest[]): readonly Contingency[] {
  return behind.flatMap((request) => {
    const some = { ...request, what: request.what.replace(/\d+/, '{n}') };
    const halvings = Math.max(0, 2 * (request.values ?? 1) - 2);
    const again = request.kind === 'history' ? 1 : 0;
    return [...shared([some], 'parts', halvings * (1 + again)), ...shared([some], 'records', again)].filter(
      ({ count }) => count > 0,
    );
  });
}

/** Of switches that are seen at one the records are asked for, in parts that are as long at most, and halved where they are too many. */
function contingenciesPast(past: readonly PlannedRequest[]): readonly Contingency[] {
  const anyNumber = past.map((request) => ({ ...request, what: request.what.replace(/\d+/, '{n}') }));
  const halvings = sum(past, ({ values = 1 }) => Math.max(0, 2 * values - 2));
  return [
    ...shared(anyNumber.slice(0, 1), 'past', past.length),
    ...shared(anyNumber.slice(0, 1), 'parts', halvings),
  ].filter(({ count }) => count > 0);
}

/** What a second implementation may send, over one connection, to the endpoint that was read. */
function witnessContingencies(controller: Controller, plan: AuditPlan): readonly Contingency[] {
  const points = witnessedPoints(controller, plan).map(addressOf);
  const [first = [], ...others] = controller.endpoints.map((endpoint) =>
    witnessRequests(targetFor(controller, endpoint), points),
  );
  return first.map(({ most, what, ...request }, at) => {
    const words = [what, ...others.map((list) => list[at]?.what ?? what)];
    return { ...request, what: [...new Set(words)].join(' | '), because: 'witness', count: most };
  });
}

/** One maximum for requests that stand in the place of each other: it is counted with the longest of them, once. */
function shared(
  requests: readonly PlannedRequest[],
  because: ContingencyReason,
  count: number,
): readonly Contingency[] {
  const [first] = requests.toSorted((a, b) => b.bytesOut + b.bytesIn - a.bytesOut - a.bytesIn);
  if (first === undefined) return [];
  return [{ ...first, what: requests.map(({ what }) => what).join(' | '), because, count }];
}

function once(requests: readonly PlannedRequest[]): readonly CountedRequest[] {
  return requests.map((request) => ({ ...request, count: 1 }));
}

/** The same request of several rounds on one line. */
function counted(requests: readonly CountedRequest[]): readonly CountedRequest[] {
  const lines = new Map<string, CountedRequest>();
  for (const request of requests) {
    if (request.count === 0) continue;
    const key = JSON.stringify({ ...request, count: 0 });
    lines.set(key, { ...request, count: request.count + (lines.get(key)?.count ?? 0) });
  }
  return [...lines.values()];
}

/** Without a log-in: it changes no request that is planned here. */
function targetFor({ id, pacing, security }: Controller, endpoint: Endpoint): Target {
  return {
    controller: id,
    endpoints: [endpoint],
    pacing,
    ...(security === undefined ? {} : { security: { mode: security.mode, policy: security.policy } }),
  };
}

function addressOf({ tag, address, type, length }: Point): PointAddress {
  return { tag, address, type, ...(length === undefined ? {} : { length }) };
}

function sum<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
