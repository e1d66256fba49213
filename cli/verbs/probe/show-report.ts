import { say } from '../../../src/messages/index.ts';
import { describeFault, type ProbedPoint, type ProbeReport, topicOfFault } from '../../../src/protocols/index.ts';
import type { Terminal } from '../../terminal.ts';

/** A probe as lines for a person: the controller, the server behind OPC UA, the points, the remarks. */
export function showReport(controller: string, report: ProbeReport, io: Terminal): string {
  const { endpoint, fault, self, opcua, points, remarks, requests } = report;
  return [
    controller === endpoint ? endpoint : `${controller}  ${endpoint}`,
    ...[
      ...(fault === undefined ? selfLines(self, io) : [io.say('probe.no-answer', { fault: describeFault(fault) })]),
      ...(opcua === undefined ? [] : opcuaLines(opcua, io)),
      ...points.flatMap((point) => pointLines(point, io)),
      ...remarks.map((remark) => io.say('probe.remark', { remark })),
      ...helpLines(report, io),
      io.say('probe.requests', { requests }),
    ].map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** Which explanations help with what did not answer. */
function helpLines({ fault, points }: ProbeReport, io: Terminal): readonly string[] {
  const silent = points.flatMap(({ observation }) => (observation.kind === 'silence' ? [observation.fault] : []));
  const topics = new Set([...(fault === undefined ? [] : [fault]), ...silent].map(topicOfFault));
  if (topics.size === 0) return [];
  return [io.say('explain.see', { commands: [...topics].map((topic) => `tripline explain ${topic}`).join('  ') })];
}

function selfLines({ identity, runState, clock }: ProbeReport['self'], io: Terminal): readonly string[] {
  const said =
    'fault' in identity
      ? io.say('probe.identity-not-told', { fault: describeFault(identity.fault) })
      : Object.entries(identity)
          .map(([key, value]) => `${key}=${value}`)
          .join('  ') || '—';
  return [
    io.say('probe.identity', { identity: said }),
    io.say('probe.run-state', { state: io.say(`probe.state-${runState}`) }),
    ...(clock === undefined ? [] : [clockLine(clock, io)]),
  ];
}

function clockLine({ says, at, hasZone }: NonNullable<ProbeReport['self']['clock']>, io: Terminal): string {
  if (!hasZone) return io.say('probe.clock-no-zone', { says: timeOf(says).replace('Z', '') });
  return io.say('probe.clock', { says: timeOf(says), seconds: ((says - at.utc) / 1000).toFixed(1) });
}

function opcuaLines(posture: NonNullable<ProbeReport['opcua']>, io: Terminal): readonly string[] {
  const { endpoints, build, startedAt, namespaces, limits } = posture;
  const pairs = (all: object) =>
    Object.entries(all)
      .map(([key, value]) => `${key}=${value}`)
      .join('  ');
  return [
    ...('kind' in endpoints
      ? [io.say('probe.endpoints-not-told', { fault: describeFault(endpoints) })]
      : endpoints.map(({ mode, policy, users }) => io.say('probe.endpoint', { mode, policy, users: users.join(' ') }))),
    ...(build === undefined ? [] : [io.say('probe.build', { build: pairs(build) })]),
    ...(startedAt === undefined ? [] : [io.say('probe.started', { at: timeOf(startedAt) })]),
    ...(namespaces === undefined ? [] : [io.say('probe.namespaces', { namespaces: namespaces.join('  ') })]),
    ...(limits === undefined ? [] : [io.say('probe.limits', { limits: pairs(limits) })]),
  ];
}

function pointLines(point: ProbedPoint, io: Terminal): readonly string[] {
  const { tag, observation, underOrder, accessLevel, userAccessLevel, history, remarks } = point;
  const level = (one: typeof accessLevel) =>
    typeof one === 'number' ? `0x${one.toString(16)}` : one === undefined ? '?' : say(describeFault(one), io.language);
  const orders = Object.entries(underOrder ?? {}).map(([order, value]) => `${order} ${value}`);
  const isLevelAsked = accessLevel !== undefined || userAccessLevel !== undefined;
  return [
    observation.kind === 'silence'
      ? io.say('probe.point-silent', { tag, fault: describeFault(observation.fault) })
      : io.say('probe.point-value', {
          tag,
          value: String(observation.value),
          type: observation.type,
          quality: observation.quality,
        }),
    ...(orders.length === 0 ? [] : [`  ${io.say('probe.orders', { orders: orders.join('  ') })}`]),
    ...(isLevelAsked ? [`  ${io.say('probe.access', { all: level(accessLevel), user: level(userAccessLevel) })}`] : []),
    ...(history === undefined ? [] : [`  ${historyLine(history, io)}`]),
    ...remarks.map((remark) => `  ${io.say('probe.remark', { remark })}`),
  ];
}

function historyLine({ served, oldest }: NonNullable<ProbedPoint['history']>, io: Terminal): string {
  if (served === 'not-served') return io.say('probe.history-not-served');
  if (served === 'unknown') return io.say('probe.history-unknown');
  return oldest === undefined
    ? io.say('probe.history-empty')
    : io.say('probe.history-served', { oldest: timeOf(oldest) });
}

function timeOf(time: number): string {
  return new Date(time).toISOString();
}
