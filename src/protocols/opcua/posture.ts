import { type Text, text } from '../../messages/index.ts';
import type { Deadline } from '../deadline.ts';
import { type Hints, probeReader } from '../probe-reader.ts';
import type { OpcuaPosture, ProbedPoint, ProbePoint, ProbeReport } from '../probe-report.ts';
import type { ReaderWiring } from '../reader.ts';
import type { Target } from '../target.ts';
import { allowsWriting } from './access-level.ts';
import { type AccessOfNode, askAccess } from './ask-attributes.ts';
import { askReach, type Reach } from './ask-reach.ts';
import { describeEndpoint } from './describe.ts';
import { discover } from './discover.ts';
import type { NodeId } from './library.ts';
import { openLendingReader } from './reader.ts';
import { historyNodesPerRead } from './request-plan.ts';
import { type ServerFacts, serverFactNodes, serverFactsOf } from './server-facts.ts';
import type { Session } from './session.ts';

/** Looks at a server from outside (its endpoints, without a session) and then from inside, in one session. */
export async function probeOpcua(
  target: Target,
  points: readonly ProbePoint[],
  wiring: ReaderWiring,
  deadline: Deadline,
): Promise<Omit<ProbeReport, 'requests'>> {
  const endpoints = await endpointsOf(target, wiring, deadline);
  const reader = openLendingReader(target, wiring);
  let inside: Inside | undefined;
  const report = await probeReader(
    {
      target,
      connect: (until) => reader.connect(until),
      identify: (until) => reader.identify(until),
      read: (asked, until) => reader.read(asked, until),
      traffic: () => reader.traffic(),
      // The last thing in the session: what is behind the values.
      close: async () => {
        const now = wiring.clock.now().utc;
        inside = await reader.lend((session) => lookInside(session, points, now, deadline), deadline);
        await reader.close();
      },
    },
    points,
    noHints,
    deadline,
  );
  return {
    ...report,
    opcua: { endpoints, ...inside?.facts },
    points: report.points.map((point) => withPosture(point, inside?.points.get(point.tag))),
    remarks: [...remarksOn(endpoints), ...report.remarks],
  };
}

const noHints: Hints = {
  ofConnect: () => [],
  ofSelf: () => [],
  ofPoint: () => ({ remarks: [] }),
  ofPoints: () => [],
};

async function endpointsOf(
  target: Target,
  wiring: ReaderWiring,
  deadline: Deadline,
): Promise<OpcuaPosture['endpoints']> {
  const found = await discover(target, wiring, deadline);
  if ('kind' in found) return found;
  return found.map((endpoint) => {
    const { mode = '', policy, users = [] } = describeEndpoint(endpoint);
    return { mode, policy: policy?.split('#').at(-1) ?? '', users };
  });
}

/** Open and anonymous is a remark, and so is a policy that is broken. */
function remarksOn(endpoints: OpcuaPosture['endpoints']): readonly Text[] {
  if ('kind' in endpoints) return [text('probe.endpoints-unknown')];
  const open = endpoints.filter(({ mode }) => mode === 'None');
  const isAnonymous = open.some(({ users }) => users.includes('Anonymous'));
  const weak = [...new Set(endpoints.map(({ policy }) => policy))].filter((policy) => weakPolicies.has(policy));
  return [
    ...(isAnonymous ? [text('probe.open-and-anonymous')] : open.length > 0 ? [text('probe.open')] : []),
    ...weak.map((policy) => text('probe.weak-policy', { policy })),
  ];
}

/** Deprecated by Part 7 for SHA-1 and PKCS#1 v1.5. */
const weakPolicies: ReadonlySet<string> = new Set(['Basic128Rsa15', 'Basic256']);

type PointPosture = AccessOfNode & Pick<ProbedPoint, 'history'>;

interface Inside {
  readonly facts: ServerFacts;
  readonly points: ReadonlyMap<string, PointPosture>;
}

async function lookInside(
  session: Session,
  points: readonly ProbePoint[],
  now: number,
  deadline: Deadline,
): Promise<Inside> {
  const facts = serverFactsOf(await session.read(serverFactNodes, deadline));
  const found: { readonly tag: string; readonly node: NodeId }[] = points.flatMap((point) => {
    const node = session.nodeOf(point);
    return 'kind' in node ? [] : [{ tag: point.tag, node }];
  });
  // Few at once, also where the server states no limit or a high one.
  const most = (name: string, few: number) => Math.min(facts.limits?.[name] || few, few);
  const nodes = found.map(({ node }) => node);
  const access = await askAccess(session, nodes, most('MaxNodesPerRead', 100), deadline);
  const nodesPerRead = most('MaxNodesPerHistoryReadData', historyNodesPerRead);
  const reaches = await askReach(session, nodes, { from: now - historyMs, nodesPerRead }, deadline);
  const postures = found.flatMap(({ tag }, index): readonly (readonly [string, PointPosture])[] => {
    const [levels, reach] = [access[index], reaches[index]];
    return levels === undefined || reach === undefined ? [] : [[tag, { ...levels, history: historyOf(reach) }]];
  });
  return { facts, points: new Map(postures) };
}

/** How far back a probe looks. */
const historyMs = 30 * 86_400_000;

function historyOf(reach: Reach): NonNullable<ProbedPoint['history']> {
  if ('fault' in reach) {
    return { served: reach.fault.kind === 'not-served' ? 'not-served' : 'unknown', fault: reach.fault };
  }
  return { served: 'served', ...(reach.oldest === undefined ? {} : { oldest: reach.oldest }) };
}

function withPosture(point: ProbedPoint, posture: PointPosture | undefined): ProbedPoint {
  if (posture === undefined) return point;
  const { userAccessLevel } = posture;
  const mayWrite = typeof userAccessLevel === 'number' && allowsWriting(userAccessLevel);
  return { ...point, ...posture, remarks: [...point.remarks, ...(mayWrite ? [text('probe.user-may-write')] : [])] };
}
