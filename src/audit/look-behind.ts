import type { Deadline, Fault, PointAddress, Reader } from '../protocols/index.ts';
import type { PlannedPosture } from './plan.ts';
import type { ControllerRecord } from './record.ts';

/** What stands behind the values: who may write the points, and how far back their records go. */
export type Posture = Pick<ControllerRecord, 'access' | 'history' | 'past'>;

const dayMs = 86_400_000;
/** How far back the records of a switch are looked at. */
const pastDays = 30;

/** The protocol of the controller has no such question. Not served is never good. */
const noAccess: Fault = { kind: 'not-served', code: 0, name: 'UserAccessLevel' };
const noHistory: Fault = { kind: 'not-served', code: 0, name: 'HistoryRead' };

/** Asks an open reader, once, what was planned; `nowUtc` by the controller's own clock. Nothing planned asks nothing. */
export async function lookBehind(
  reader: Reader,
  planned: Planned,
  nowUtc: number,
  deadlineFor: (points: number) => Deadline,
): Promise<Posture> {
  const { access, history, past = [] } = planned;
  const rights = access.length === 0 ? undefined : await reader.access?.(access, deadlineFor(access.length));
  const records: NonNullable<ControllerRecord['history']>[number][] = [];
  for (const { days, points } of history) {
    const from = nowUtc - days * dayMs;
    const reach =
      (await reader.history?.(points, from, deadlineFor(points.length))) ?? withoutAnswer(points, noHistory);
    records.push(...reach.map((each) => ({ ...each, days })));
  }
  const span = { from: nowUtc - pastDays * dayMs, to: nowUtc };
  const recorded = past.length === 0 ? undefined : await reader.past?.(past, span, deadlineFor(past.length));
  return {
    ...(recorded === undefined ? {} : { past: recorded }),
    ...(access.length === 0 ? {} : { access: rights ?? withoutAnswer(access, noAccess) }),
    ...(history.length === 0 ? {} : { history: records }),
  };
}

/** The same questions, all without an answer for this reason: nobody was there to ask. */
export function unanswered({ access, history }: Planned, fault: Fault): Posture {
  const records = history.flatMap(({ days, points }) =>
    withoutAnswer(points, fault).map((each) => ({ ...each, days })),
  );
  return {
    ...(access.length === 0 ? {} : { access: withoutAnswer(access, fault) }),
    ...(history.length === 0 ? {} : { history: records }),
  };
}

/** A planned posture, by the addresses that a reader takes. */
interface Planned {
  readonly access: readonly PointAddress[];
  readonly history: readonly {
    readonly days: PlannedPosture['history'][number]['days'];
    readonly points: readonly PointAddress[];
  }[];
  /** Switches that were seen at one. */
  readonly past?: readonly PointAddress[];
}

function withoutAnswer(points: readonly PointAddress[], fault: Fault) {
  return points.map(({ tag }) => ({ tag, fault }));
}
