import { type Text, text } from '../messages/index.ts';
import type { Fault } from './fault.ts';
import { topicOfFault } from './fault-topic.ts';

/** A fault as one sentence for people. */
export function describeFault(fault: Fault): Text {
  switch (fault.kind) {
    case 'timeout':
      return text(`protocols.fault-timeout-${fault.during}`, { seconds: (fault.afterMs / 1000).toFixed(1) });
    case 'unreachable':
      return text('protocols.fault-unreachable', { code: fault.code });
    case 'malformed-reply':
    case 'undecodable':
      return text(`protocols.fault-${fault.kind}`, { what: fault.what });
    case 'stopped':
      return text(`protocols.fault-stopped-${fault.by}`);
    case 'refused':
      return describeRefusal(fault);
    default:
      return text(`protocols.fault-${fault.kind}`, { code: `0x${fault.code.toString(16)}`, name: fault.name });
  }
}

function describeRefusal(fault: Extract<Fault, { kind: 'refused' }>): Text {
  switch (topicOfFault(fault)) {
    case 'certificate-untrusted':
      return text('trust.fault-untrusted');
    case 'certificate-out-of-date':
      return text('trust.fault-out-of-date');
    case 'certificate-other-host':
      return text('trust.fault-other-host');
    default:
      return text('protocols.fault-refused', { code: `0x${fault.code.toString(16)}`, name: fault.name });
  }
}
