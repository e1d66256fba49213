import { text } from '../../messages/index.ts';
import type { Permit, Plant } from '../../plant/index.ts';
import type { Part } from '../check.ts';
import { localTime } from '../local-time.ts';
import { pointOf, saysOne } from './discrete.ts';

/** One bypass or force switch: off, or on with a permit that is valid when it was observed. */
export function permittedPart(plant: Plant, tag: string): Part {
  const point = pointOf(plant, tag);
  return {
    name: `bypass ${tag}`,
    needs: [{ kind: 'reading', tag }],
    judge: (inputs) => {
      // On at any moment of the window counts: a bypass that is removed while the auditor looks was in force.
      const reading = inputs.readings(tag).findLast((sample) => saysOne(sample.value));
      if (reading === undefined) return { says: 'pass', because: text('rules.bypass-off', { tag }) };
      const active = point.role === 'force' ? 'rules.force-active' : 'rules.bypass-active';
      const permit = plant.permits.find((candidate) => candidate.bypass === tag && isValidAt(candidate, reading.atMs));
      if (permit !== undefined) {
        const approvedBy = permit.approvedBy.join('、');
        return {
          says: 'pass',
          because: text('rules.bypass-permitted', {
            tag,
            approvedBy,
            reason: permit.reason,
            until: localTime(permit.to),
          }),
        };
      }
      const expired = plant.permits.find((candidate) => candidate.bypass === tag && candidate.to < reading.atMs);
      return {
        says: 'fail',
        expected: text('rules.bypass-expected', { tag }),
        actual:
          expired === undefined
            ? text(active, { tag })
            : text('rules.bypass-permit-expired', { tag, until: localTime(expired.to) }),
      };
    },
  };
}

function isValidAt(permit: Permit, atMs: number): boolean {
  return permit.from <= atMs && atMs <= permit.to;
}
