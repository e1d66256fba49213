import type { PointAddress } from '../address.ts';
import { type WordOrder, widthOf } from '../data-type.ts';
import type { Fault } from '../fault.ts';
import type { Declared } from './decode.ts';
import { type Table, tables } from './table.ts';

/** A point, its place in what was asked, and what its bytes are declared to be. */
export interface Wanted {
  readonly index: number;
  readonly point: PointAddress;
  readonly declared: Declared;
}

/** A run of bits or registers that one value fills, and the points that stand there. */
export interface Slot {
  readonly table: Table;
  readonly offset: number;
  readonly count: number;
  readonly wanted: readonly Wanted[];
}

/** Groups points into slots, one per distinct run; a point that no request can carry is a fault instead. `wordOrder` is the controller's. */
export function slotsOf(
  points: readonly PointAddress[],
  wordOrder?: WordOrder,
): {
  readonly slots: readonly Slot[];
  readonly faults: readonly (Wanted & { readonly fault: Fault })[];
} {
  const slots = new Map<number, Slot & { readonly wanted: Wanted[] }>();
  const faults: (Wanted & { readonly fault: Fault })[] = [];
  for (const [index, point] of points.entries()) {
    const place = placeOf(point);
    const wanted: Wanted = { index, point, declared: declaredOf(point, wordOrder) };
    if (typeof place === 'string') {
      faults.push({ ...wanted, fault: { kind: 'undecodable', what: place } });
      continue;
    }
    const key = keyOf(place);
    const slot = slots.get(key);
    const { table, offset, count } = place;
    if (slot === undefined) slots.set(key, { table, offset, count, wanted: [wanted] });
    else slot.wanted.push(wanted);
  }
  return { slots: [...slots.values()], faults };
}

/** Table, offset and count as one number: a count has 11 bits at most, an offset 16. */
function keyOf({ table, offset, count }: Omit<Slot, 'wanted'>): number {
  return (tables[table].functionCode * 65_536 + offset) * 2048 + count;
}

/** The controller's order speaks of values of several registers; only a point's own may turn the bytes of a single one. */
function declaredOf(point: PointAddress, ofController: WordOrder | undefined): Declared {
  const { type, address, length } = point;
  const isOneRegister = type === 'bool' || type === 'int16' || type === 'uint16';
  const wordOrder = point.wordOrder ?? (isOneRegister ? undefined : ofController);
  return { type, wordOrder, bit: address.protocol === 'modbus' ? address.bit : undefined, length };
}

function placeOf({ address, type, length }: PointAddress): Omit<Slot, 'wanted'> | string {
  if (address.protocol !== 'modbus') return `an address of ${address.protocol} at a Modbus device`;
  const { table, offset } = address;
  const { item, maxPerRequest } = tables[table];
  if (item === 'bit') return type === 'bool' ? { table, offset, count: 1 } : `${type} in a table of bits`;
  if (type === 'int8' || type === 'uint8') return `a register has 16 bits, ${type} has 8`;
  if (type === 'string' && length === undefined) return 'no length is declared for string';
  const count = type === 'bool' ? 1 : Math.ceil((type === 'string' ? (length ?? 0) : widthOf[type]) / 2);
  if (count < 1 || count > maxPerRequest) return `${count} registers do not fit into one request`;
  if (offset + count > 65_536) return 'beyond the last address';
  return { table, offset, count };
}
