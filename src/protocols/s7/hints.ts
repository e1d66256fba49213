import { type Text, text } from '../../messages/index.ts';
import type { Fault } from '../fault.ts';
import type { Observation } from '../observation.ts';
import type { Hints } from '../probe-reader.ts';

/** Hints of S7: rack and slot, PUT/GET, optimized blocks. What cannot be read stays unknown; a controller is not changed for an audit. */
export const s7Hints: Hints = {
  ofConnect: (fault) => (fault.kind === 'refused' || fault.kind === 'unreachable' ? [text('probe.rack-slot')] : []),
  ofSelf: ({ identity }) => {
    if ('fault' in identity) return [];
    return identity.protectionLevel === undefined
      ? [text('probe.protection-unknown')]
      : identity.protectionLevel === 1
        ? [text('probe.unprotected')]
        : [];
  },
  ofPoint: (_, observation) => ({ remarks: observation.kind === 'silence' ? remarksOn(observation.fault) : [] }),
  ofPoints: (observations) => (observations.some(isDenied) ? [text('probe.not-for-the-audit')] : []),
};

const isDenied = (observation: Observation) =>
  observation.kind === 'silence' && observation.fault.kind === 'access-denied';

/** 0x8104 is the whole service, 0x03 and 0x0a one block: an optimized block has no byte addresses. */
function remarksOn(fault: Fault): readonly Text[] {
  if (fault.kind === 'access-denied')
    return [text(fault.code === 0x8104 ? 'probe.put-get' : 'probe.put-get-or-optimized')];
  return fault.kind === 'no-such-address' ? [text('probe.optimized')] : [];
}
