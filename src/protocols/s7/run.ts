import type { PointAddress } from '../address.ts';
import { type DataType, widthOf } from '../data-type.ts';
import type { Checked } from './checked.ts';
import { stringHeadBytes } from './decode.ts';
import type { Item } from './read-var.ts';

/** One value as a run of bytes; `index` is the place of its point in the list that was asked for. */
export interface Run extends Item {
  readonly index: number;
  readonly type: DataType;
  /** Of a bool. */
  readonly bit: number;
}

/** Where the bytes of a point stand; undecodable for a string of undeclared length, throws for an address that is not S7. */
export function runOf(point: PointAddress, index: number): Checked<Run> {
  const { address, type, tag } = point;
  if (address.protocol !== 's7') throw new TypeError(`${tag} has no S7 address`);
  const { area, db = 0, byte: start, bit = 0 } = address;
  const length = bytesOf(point, address.length);
  if (length === undefined)
    return { ok: false, fault: { kind: 'undecodable', what: 'string without a declared length' } };
  return { ok: true, value: { index, type, area, db, start, length, bit } };
}

function bytesOf({ type, length }: PointAddress, inAddress: number | undefined): number | undefined {
  if (type !== 'string') return widthOf[type];
  const reserved = length ?? inAddress;
  return reserved === undefined ? undefined : stringHeadBytes + reserved;
}
