import type { AuditRecord, ControllerRecord } from '../../../audit/index.ts';
import { describeFault, type Fault, type SelfReport } from '../../../protocols/index.ts';
import type { Voice } from '../../words/index.ts';
import { sentenceDocument } from './outcome-document.ts';
import type { ResultDocument } from './result-schema.ts';

type ControllerDocument = ResultDocument['controllers'][number];

/** One controller as result.json has it. */
export function controllerDocument(
  controller: ControllerRecord,
  { plant }: AuditRecord,
  voice: Voice,
): ControllerDocument {
  const { id, endpoint, self, clockOffsetMs, points, sampling, durationMs, standby, fault, evidence } = controller;
  const declared = plant.controllers.find((it) => it.id === id);
  return {
    id,
    protocol: declared?.endpoints[0].protocol ?? 'unknown',
    via: declared?.via ?? 'unknown',
    endpoint,
    ...identityOf(self),
    state: self?.runState ?? 'unknown',
    // A clock that says nonsense serves no clock; JSON has no NaN.
    ...(clockOffsetMs === undefined || !Number.isFinite(clockOffsetMs) ? {} : { clockOffsetMs }),
    ...(declared?.security?.passwordOverNone === undefined ? {} : { passwordOverNone: 'accepted' as const }),
    ...(declared?.security?.otherHostInCertificate === undefined
      ? {}
      : { otherHostInCertificate: 'accepted' as const }),
    ...postureOf(self),
    points: { asked: points.asked, read: points.read },
    ...exportedOf(controller, voice),
    ...(sampling === undefined ? {} : { sampling: { ...sampling } }),
    durationMs,
    standby: standby.map((it) => ({
      endpoint: it.endpoint,
      state: it.self?.runState ?? 'unknown',
      ...faultOf(it.fault, voice),
    })),
    ...faultOf(fault, voice),
    evidence,
  };
}

function identityOf(self: SelfReport | undefined): Pick<ControllerDocument, 'identity'> {
  if (self === undefined || 'fault' in self.identity) return {};
  const { vendor, model, serial, firmware, name, protectionLevel } = self.identity;
  return {
    identity: {
      ...(vendor === undefined ? {} : { vendor }),
      ...(model === undefined ? {} : { model }),
      ...(serial === undefined ? {} : { serial }),
      ...(firmware === undefined ? {} : { firmware }),
      ...(name === undefined ? {} : { name }),
      ...(protectionLevel === undefined ? {} : { protectionLevel }),
    },
  };
}

function exportedOf({ exported }: ControllerRecord, voice: Voice): Pick<ControllerDocument, 'exported'> {
  if (exported === undefined) return {};
  const { by, on, zoneMinutes, until, files } = exported;
  return {
    exported: {
      by,
      on,
      zoneMinutes,
      until: new Date(until).toISOString(),
      files: files.map(({ refused, ...file }) => ({
        ...file,
        refused: refused.map(({ place, because }) => ({ place, because: sentenceDocument(because, voice) })),
      })),
    },
  };
}

/** What an OPC UA server told of how it may be reached; nothing where it told nothing, which is not the same as none. */
function postureOf(
  self: SelfReport | undefined,
): Pick<ControllerDocument, 'serviceLevel' | 'namespaces' | 'endpoints'> {
  const { serviceLevel, namespaces, endpoints } = self ?? {};
  return {
    ...(serviceLevel === undefined ? {} : { serviceLevel }),
    ...(namespaces === undefined ? {} : { namespaces: [...namespaces] }),
    ...(endpoints === undefined
      ? {}
      : { endpoints: endpoints.map(({ mode, policy, users }) => ({ mode, policy, users: [...users] })) }),
  };
}

function faultOf(fault: Fault | undefined, voice: Voice): Pick<ControllerDocument, 'fault'> {
  if (fault === undefined) return {};
  return { fault: { kind: fault.kind, because: sentenceDocument(describeFault(fault), voice) } };
}
