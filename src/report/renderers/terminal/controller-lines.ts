import type { AuditRecord, ControllerRecord } from '../../../audit/index.ts';
import { describeFault, type Fault, topicOfFault } from '../../../protocols/index.ts';
import { inDeclaredOrder } from '../../declared-order.ts';
import { listText, printable, type Voice } from '../../words/index.ts';
import { alignColumns, type Span, type SpanLine, span, wrap } from './span.ts';

/** One line for each controller: endpoint, what it is, run state, points, requests, time. */
export function controllerLines(record: AuditRecord, voice: Voice): readonly SpanLine[] {
  const rows = inDeclaredOrder(record.controllers, record, (it) => it.id).map((controller) => {
    const { id, endpoint, points, durationMs } = controller;
    const traffic = record.traffic.find((it) => it.controller === id);
    const requests = Object.values(traffic?.requests ?? {}).reduce((sum, count) => sum + count, 0);
    const complete = points.read === points.asked;
    return [
      span(id, 'strong'),
      span(endpoint),
      identitySpan(controller, record, voice),
      stateSpan(controller, voice),
      span(voice.say('report.points-of', { read: points.read, asked: points.asked }), complete ? 'plain' : 'doubt'),
      span(voice.say('report.terminal-requests', { count: requests })),
      span(voice.say('report.seconds', { seconds: (durationMs / 1000).toFixed(1) })),
    ];
  });
  return alignColumns(rows).map((line) => [span('  '), ...line]);
}

function identitySpan({ id, self }: ControllerRecord, { plant }: AuditRecord, voice: Voice): Span {
  const via = plant.controllers.find((it) => it.id === id)?.via ?? 'unknown';
  // The identity of an OPC server or gateway is not the controller's (judgement.md §6).
  if (via !== 'direct') return span(voice.say(`report.via-${via}`));
  if (self === undefined || 'fault' in self.identity) return span(voice.say('report.dash'));
  const { model, name, vendor } = self.identity;
  return span(printable(model ?? name ?? vendor ?? voice.say('report.dash')));
}

function stateSpan(controller: ControllerRecord, voice: Voice): Span {
  const { self } = controller;
  const fault = silenceOf(controller);
  if (fault !== undefined) return span(voice.tell(describeFault(fault)), 'doubt');
  const state = self?.runState ?? 'unknown';
  return span(voice.say(`report.run-${state}`), state === 'run' ? 'good' : state === 'stop' ? 'bad' : 'plain');
}

/** Which explanations help with what the controllers did not give; none where everything was read. */
export function helpLines(record: AuditRecord, voice: Voice, width: number): readonly SpanLine[] {
  const faults = [
    ...record.controllers.flatMap((controller) => silenceOf(controller) ?? []),
    ...record.observations.flatMap((observation) => (observation.kind === 'silence' ? [observation.fault] : [])),
  ];
  const commands = [...new Set(faults.map((fault) => `tripline explain ${topicOfFault(fault)}`))];
  if (commands.length === 0) return [];
  return wrap(voice.say('explain.see', { commands: listText(commands, voice) }), width - 2).map((line) => [
    span('  '),
    span(line, 'quiet'),
  ]);
}

/** Why nothing came: it could not be reached, or it took the connection and gave nothing at all. */
function silenceOf({ self, fault, points }: ControllerRecord): Fault | undefined {
  if (fault !== undefined) return fault;
  return self !== undefined && 'fault' in self.identity && points.read === 0 ? self.identity.fault : undefined;
}
