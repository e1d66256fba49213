import { text } from '../../messages/index.ts';
import { type DataType, type Value, type WordOrder, wordOrders } from '../data-type.ts';
import type { Hints } from '../probe-reader.ts';
import type { ProbePoint } from '../probe-report.ts';
import { decode } from './decode.ts';

/** Hints of Modbus: an odd value under all word orders, and where counting from 0 or 1 may be the matter. */
export const modbusHints: Hints = {
  ofConnect: () => [],
  ofSelf: () => [],
  ofPoint: (point, observation) => {
    if (observation.kind === 'silence') {
      const isAbsent = observation.fault.kind === 'no-such-address' && observation.fault.code === 2;
      return { remarks: isAbsent ? [text('probe.off-by-one')] : [] };
    }
    const { value, raw } = observation;
    if (!looksOdd(value, point)) return { remarks: [] };
    return { underOrder: underEveryOrder(raw, point.type), remarks: [text('probe.odd-value')] };
  },
  ofPoints: () => [],
};

const wide: ReadonlySet<DataType> = new Set(['int32', 'uint32', 'float32']);
const smallestNormal = 2 ** -126;

/** True for 32 bits that are NaN, infinite, denormal, or ten spans beyond what the plant file holds for plausible. */
export function looksOdd(value: Value, { type, plausible }: ProbePoint): boolean {
  if (!wide.has(type) || typeof value !== 'number') return false;
  if (!Number.isFinite(value)) return true;
  if (value !== 0 && Math.abs(value) < smallestNormal) return true;
  if (plausible === undefined) return false;
  const far = 10 * (plausible.high - plausible.low);
  return value < plausible.low - far || value > plausible.high + far;
}

function underEveryOrder(raw: Uint8Array, type: DataType): Readonly<Record<WordOrder, Value>> {
  const under = (wordOrder: WordOrder) => {
    const decoded = decode(raw, { type, wordOrder });
    return decoded.ok ? decoded.value : decoded.what;
  };
  const [abcd, cdab, badc, dcba] = wordOrders;
  return { [abcd]: under(abcd), [cdab]: under(cdab), [badc]: under(badc), [dcba]: under(dcba) };
}
