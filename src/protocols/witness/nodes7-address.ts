import type { PointAddress } from '../address.ts';
import type { DataType } from '../data-type.ts';

/** Types by their names in nodes7: in a data block, and in the other areas. What is not here it drops without a word. */
const names: Readonly<Partial<Record<DataType, readonly [string, string]>>> = {
  uint8: ['BYTE', 'B'],
  int16: ['INT', 'I'],
  uint16: ['WORD', 'W'],
  int32: ['DINT', 'DI'],
  uint32: ['DWORD', 'D'],
  float32: ['REAL', 'R'],
  float64: ['LREAL', 'LR'],
};

/** The address as nodes7 writes it; undefined where it has no such type (8-bit signed, 64-bit integers, strings outside blocks). */
export function nodes7Address({ address, type, length }: PointAddress): string | undefined {
  if (address.protocol !== 's7') return undefined;
  const { area, db, byte, bit } = address;
  if (type === 'bool') return area === 'DB' ? `DB${db},X${byte}.${bit}` : `${area}${byte}.${bit}`;
  const characters = length ?? address.length;
  if (type === 'string') {
    return area === 'DB' && characters !== undefined ? `DB${db},S${byte}.${characters}` : undefined;
  }
  const [inBlock, elsewhere] = names[type] ?? [];
  if (inBlock === undefined) return undefined;
  return area === 'DB' ? `DB${db},${inBlock}${byte}` : `${area}${elsewhere}${byte}`;
}
