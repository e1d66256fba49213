import { text } from '../../messages/index.ts';
import { parseAddress } from '../../protocols/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** Every address is one of its controller's protocol and fits the type of its point; a string on Modbus or S7 has a length. */
export const addresses: Lint = ({ controllers, points, placeOfPoint }) =>
  [...points.all].flatMap(([tag, point]) => {
    const protocol = controllers.all.get(point.controller)?.endpoints[0].protocol;
    if (protocol === undefined) return [];
    const parsed = parseAddress(protocol, point.written, point.type);
    if (!parsed.ok) return [faultAt(placeOfPoint(tag, 'address'), parsed.because)];
    if (point.type !== 'string' || protocol === 'opcua' || protocol === 'file') return [];
    const length = point.length ?? (parsed.value.protocol === 's7' ? parsed.value.length : undefined);
    return length === undefined ? [faultAt(placeOfPoint(tag), text('plant.string-length', { tag }))] : [];
  });
