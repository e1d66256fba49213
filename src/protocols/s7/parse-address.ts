import { type Text, type TextValue, text } from '../../messages/index.ts';
import type { S7Address } from '../address.ts';
import { type DataType, widthOf } from '../data-type.ts';
import type { Parsed } from '../parsed.ts';
import { typesFitting } from './written-types.ts';

const areaBytes = 65_536;
/** `DB10.DBD4`, `DB1,REAL4`, `DB1.X5.2`. */
const dataBlockForm = /^%?DB(\d{1,6})[.,]([A-Z]+)(\d{1,6})(?:\.(\d{1,6}))?$/;
/** `M30.1`, `MW20`, `%IW4`, and E and A for I and Q. */
const areaForm = /^%?([MIEQA])([A-Z]*)(\d{1,6})(?:\.(\d{1,6}))?$/;
const areas: Readonly<Record<string, 'M' | 'I' | 'Q'>> = { M: 'M', I: 'I', E: 'I', Q: 'Q', A: 'Q' };

/**
 * Reads an S7 address as STEP 7, nodes7 or telegraf write it, upper or lower case. The letter or type name in it must
 * agree with the declared type; the address alone never decides the type.
 */
export function parseS7Address(written: string, type: DataType): Parsed<S7Address> {
  const faulty = (key: Text['key'], values: Record<string, TextValue> = {}): Parsed<never> => ({
    ok: false,
    because: text(key, { written, ...values }),
  });
  const parts = partsOf(written.trim().toUpperCase());
  if (parts === undefined) return faulty('s7.address-form');
  const { place, db, letter, byte, rest } = parts;
  const fitting = typesFitting(letter, place.area);
  if (fitting === undefined) return faulty('s7.address-form');
  if (!fitting.includes(type)) {
    return faulty('s7.address-type', { letter: letter === '' ? 'BOOL' : letter, fitting: fitting.join(' / '), type });
  }
  if (db !== undefined && (db < 1 || db > 65_535)) return faulty('s7.address-db');
  if (byte + (type === 'string' ? 1 : widthOf[type]) > areaBytes) return faulty('s7.address-byte');
  const address: S7Address = { protocol: 's7', ...place, byte };
  if (type === 'bool') {
    return rest === undefined || rest > 7 ? faulty('s7.address-bit') : { ok: true, value: { ...address, bit: rest } };
  }
  if (rest === undefined) return { ok: true, value: address };
  if (type !== 'string') return faulty('s7.address-array', { rest });
  if (rest < 1 || rest > 254) return faulty('s7.address-string-length');
  return { ok: true, value: { ...address, length: rest } };
}

interface Parts {
  readonly place: Pick<S7Address, 'area' | 'db'>;
  readonly db?: number;
  readonly letter: string;
  readonly byte: number;
  readonly rest: number | undefined;
}

function partsOf(written: string): Parts | undefined {
  const inBlock = dataBlockForm.exec(written);
  if (inBlock !== null) {
    const [, db, letter = '', byte, rest] = inBlock;
    return { place: { area: 'DB', db: Number(db) }, db: Number(db), letter, byte: Number(byte), rest: numberIn(rest) };
  }
  const [, prefix = '', letter = '', byte, rest] = areaForm.exec(written) ?? [];
  const area = areas[prefix];
  return area === undefined ? undefined : { place: { area }, letter, byte: Number(byte), rest: numberIn(rest) };
}

function numberIn(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
