import type { PointAddress } from '../address.ts';
import { widthOf } from '../data-type.ts';
import type { Fault } from '../fault.ts';
import { type Table, tables } from './table.ts';

/** A point and its place in what was asked. */
export interface Wanted {
  readonly index: number;
  readonly point: PointAddress;
}

/** A run of bits or registers that one value fills, and the points that stand there. */
export interface Slot {
  readonly table: Table;
  readonly offset: number;
  readonly count: number;
  readonly wanted: readonly Wanted[];
}

/** Groups points into slots, one per distinct run; a point that no request can carry is a fault instead. */
export function slotsOf(points: readonly PointAddress[]): {
  readonly slots: readonly Slot[];
  readonly faults: readonly (Wanted & { readonly fault: Fault })[];
} {
  const slots = new Map<string, Slot>();
  const faults: (Wanted & { readonly fault: Fault })[] = [];
  for (const [index, point] of points.entries()) {
    const place = placeOf(point);
    if (typeof place === 'string') {
      faults.push({ index, point, fault: { kind: 'undecodable', what: place } });
    } else {
      const key = `${place.table} ${place.offset} ${place.count}`;
      slots.set(key, { ...place, wanted: [...(slots.get(key)?.wanted ?? []), { index, point }] });
    }
  }
  return { slots: [...slots.values()], faults };
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
