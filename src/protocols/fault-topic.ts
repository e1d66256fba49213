import type { Fault } from './fault.ts';

/** What `tripline explain` has a text for: every kind of fault, apart where something else is to be looked at. */
export const faultTopics = [
  'timeout-connect',
  'timeout-handshake',
  'timeout-read',
  'unreachable',
  'refused',
  'no-such-address',
  'access-denied',
  'not-served',
  'busy',
  'malformed-reply',
  'undecodable',
  'stopped-breaker',
  'stopped-budget',
  'stopped-operator',
  'certificate-untrusted',
  'certificate-out-of-date',
  'certificate-other-host',
] as const;
export type FaultTopic = (typeof faultTopics)[number];

/** The topic that explains a fault. */
export function topicOfFault(fault: Fault): FaultTopic {
  switch (fault.kind) {
    case 'timeout':
      return `timeout-${fault.during}`;
    case 'stopped':
      return `stopped-${fault.by}`;
    case 'refused':
      return certificateTopics.get(fault.name) ?? 'refused';
    default:
      return fault.kind;
  }
}

/** OPC UA status names (part 4 §7.39). */
const certificateTopics: ReadonlyMap<string, FaultTopic> = new Map([
  ['BadCertificateUntrusted', 'certificate-untrusted'],
  ['BadCertificateTimeInvalid', 'certificate-out-of-date'],
  ['BadCertificateHostNameInvalid', 'certificate-other-host'],
]);
