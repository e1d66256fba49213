import type { AuditRecord } from '../audit/index.ts';
import { type Text, text } from '../messages/index.ts';
import type { FaultKind } from '../protocols/index.ts';

/** What would have to be done before a thing (a tag, a controller or a unit) can be verified. */
export function settling(of: string, record: AuditRecord): Text {
  const { plant, controllers, observations } = record;
  const point = plant.points.get(of);
  const id = point?.controller ?? of;
  const controller = controllers.find((it) => it.id === id);
  if (controller?.fault !== undefined) return settlingFault(id, controller.fault.kind);
  if (point !== undefined) {
    const last = observations.findLast((it) => it.tag === of);
    if (last === undefined) return text('report.settle-again', { controller: id });
    if (last.kind === 'silence') return settlingSilence(id, last.fault.kind);
    return text(last.quality === 'good' ? 'report.settle-signal' : 'report.settle-quality', { controller: id });
  }
  if (controller?.self !== undefined && 'fault' in controller.self.identity) {
    const { kind } = controller.self.identity.fault;
    const isSilent = kind === 'timeout' || kind === 'unreachable' || kind === 'busy' || kind === 'stopped';
    return text(isSilent ? 'report.settle-again' : 'report.settle-self', { controller: id });
  }
  if (controller !== undefined) return text('report.settle-self', { controller: id });
  if (plant.units.some((unit) => unit.id === of)) return text('report.settle-unit-state', { unit: of });
  return text('report.settle-declare');
}

function settlingFault(controller: string, kind: FaultKind): Text {
  if (kind === 'refused' || kind === 'access-denied') return text('report.settle-access', { controller });
  if (kind === 'stopped' || kind === 'busy') return text('report.settle-again', { controller });
  return text('report.settle-reach', { controller });
}

function settlingSilence(controller: string, kind: FaultKind): Text {
  switch (kind) {
    case 'no-such-address':
    case 'not-served':
    case 'undecodable':
      return text('report.settle-address', { controller });
    case 'access-denied':
    case 'refused':
      return text('report.settle-access', { controller });
    default:
      return text('report.settle-again', { controller });
  }
}
