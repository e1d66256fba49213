import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { RemarkOn } from './remark.ts';

/**
 * A measurement of a safety system and one of another system under what looks like one tag: perhaps one transmitter
 * serves both. A point that is declared a mirror says so already.
 */
export const sharedTransmitters: RemarkOn = ({ controllers, points, placeOfPoint }) => {
  const inSis = new Map<string, string>();
  const isMeasured = (role: string) => role === 'measurement';
  const roleOf = (controller: string) => controllers.all.get(controller)?.role;
  for (const [tag, { controller, role }] of points.all)
    if (isMeasured(role) && roleOf(controller) === 'sis') inSis.set(stemOf(tag), tag);
  return [...points.all].flatMap(([tag, { controller, role, mirrorOf }]) => {
    const other = inSis.get(stemOf(tag));
    const isElsewhere = roleOf(controller) === 'bpcs' && controllers.all.get(controller)?.mirrorOf === undefined;
    if (other === undefined || !isMeasured(role) || !isElsewhere || mirrorOf !== undefined) return [];
    return [
      { ...faultAt(placeOfPoint(tag), text('remarks.shared-transmitter', { tag, other, controller })), asks: true },
    ];
  });
};

/** The tag without case, separators, and the words by which lists tell systems and values apart. */
function stemOf(tag: string): string {
  const parts = tag.toUpperCase().split(/[-_.\s]+/u);
  return parts.filter((part) => !/^(SIS|ESD|DCS|BPCS|PLC|PV|VALUE)$/.test(part)).join('');
}
