import { describe, expect, it } from 'vitest';
import { say } from '../../messages/index.ts';
import type { S7Address } from '../address.ts';
import { type DataType, dataTypes } from '../data-type.ts';
import { parseS7Address } from './parse-address.ts';

type Place = Omit<S7Address, 'protocol'>;

describe('an S7 address', () => {
  const right: readonly (readonly [written: string, type: DataType, place: Place])[] = [
    // STEP 7
    ['DB10.DBD4', 'float32', { area: 'DB', db: 10, byte: 4 }],
    ['DB10.DBD4', 'int32', { area: 'DB', db: 10, byte: 4 }],
    ['DB10.DBD4', 'uint32', { area: 'DB', db: 10, byte: 4 }],
    ['DB10.DBX0.3', 'bool', { area: 'DB', db: 10, byte: 0, bit: 3 }],
    ['DB10.DBW2', 'int16', { area: 'DB', db: 10, byte: 2 }],
    ['DB10.DBW2', 'uint16', { area: 'DB', db: 10, byte: 2 }],
    ['DB10.DBB1', 'uint8', { area: 'DB', db: 10, byte: 1 }],
    ['DB10.DBB1', 'int8', { area: 'DB', db: 10, byte: 1 }],
    ['DB10.DBB20', 'string', { area: 'DB', db: 10, byte: 20 }],
    ['DB10.DBB20.30', 'string', { area: 'DB', db: 10, byte: 20, length: 30 }],
    ['DB10.DBL8', 'float64', { area: 'DB', db: 10, byte: 8 }],
    ['%DB10.DBD4', 'float32', { area: 'DB', db: 10, byte: 4 }],
    ['db10.dbx0.3', 'bool', { area: 'DB', db: 10, byte: 0, bit: 3 }],
    [' DB10.DBD4 ', 'float32', { area: 'DB', db: 10, byte: 4 }],
    ['%MW20', 'int16', { area: 'M', byte: 20 }],
    ['MW20', 'uint16', { area: 'M', byte: 20 }],
    ['MD8', 'float32', { area: 'M', byte: 8 }],
    ['ML8', 'int64', { area: 'M', byte: 8 }],
    ['MB3', 'uint8', { area: 'M', byte: 3 }],
    ['M30.1', 'bool', { area: 'M', byte: 30, bit: 1 }],
    ['MX30.1', 'bool', { area: 'M', byte: 30, bit: 1 }],
    ['I0.1', 'bool', { area: 'I', byte: 0, bit: 1 }],
    ['E0.1', 'bool', { area: 'I', byte: 0, bit: 1 }],
    ['IW4', 'int16', { area: 'I', byte: 4 }],
    ['EW4', 'int16', { area: 'I', byte: 4 }],
    ['Q0.1', 'bool', { area: 'Q', byte: 0, bit: 1 }],
    ['A0.1', 'bool', { area: 'Q', byte: 0, bit: 1 }],
    ['QW4', 'uint16', { area: 'Q', byte: 4 }],
    ['AW4', 'uint16', { area: 'Q', byte: 4 }],
    // nodes7
    ['DB1,REAL4', 'float32', { area: 'DB', db: 1, byte: 4 }],
    ['DB1,X14.0', 'bool', { area: 'DB', db: 1, byte: 14, bit: 0 }],
    ['DB10,S20.30', 'string', { area: 'DB', db: 10, byte: 20, length: 30 }],
    ['DB10,STRING20.30', 'string', { area: 'DB', db: 10, byte: 20, length: 30 }],
    ['DB1,INT2', 'int16', { area: 'DB', db: 1, byte: 2 }],
    ['DB1,DINT4', 'int32', { area: 'DB', db: 1, byte: 4 }],
    ['DB1,WORD2', 'uint16', { area: 'DB', db: 1, byte: 2 }],
    ['DB1,LREAL8', 'float64', { area: 'DB', db: 1, byte: 8 }],
    ['DB1,LINT8', 'int64', { area: 'DB', db: 1, byte: 8 }],
    ['MR30', 'float32', { area: 'M', byte: 30 }],
    ['MI30', 'int16', { area: 'M', byte: 30 }],
    ['MDI30', 'int32', { area: 'M', byte: 30 }],
    // telegraf
    ['DB1.X5.2', 'bool', { area: 'DB', db: 1, byte: 5, bit: 2 }],
    ['DB1.R8', 'float32', { area: 'DB', db: 1, byte: 8 }],
    ['DB1.DW4', 'uint32', { area: 'DB', db: 1, byte: 4 }],
    ['DB1.S100.20', 'string', { area: 'DB', db: 1, byte: 100, length: 20 }],
    // the limits
    ['DB65535.DBX65535.7', 'bool', { area: 'DB', db: 65_535, byte: 65_535, bit: 7 }],
    ['DB1.DBD65532', 'float32', { area: 'DB', db: 1, byte: 65_532 }],
  ];
  it.each(right)('%s as %s', (written, type, place) => {
    expect(parseS7Address(written, type)).toEqual({ ok: true, value: { protocol: 's7', ...place } });
  });

  const wrong: readonly (readonly [written: string, type: DataType, key: string])[] = [
    ['', 'bool', 's7.address-form'],
    ['DB10', 'float32', 's7.address-form'],
    ['DB10.DB4', 'float32', 's7.address-form'],
    ['DB10.DBQ4', 'float32', 's7.address-form'],
    ['DB10,DT4', 'float32', 's7.address-form'],
    ['DB10.DBX0.3.4', 'bool', 's7.address-form'],
    ['40001', 'uint16', 's7.address-form'],
    ['ns=2;s=TI101', 'float32', 's7.address-form'],
    ['PIW4', 'int16', 's7.address-form'],
    ['T5', 'uint16', 's7.address-form'],
    ['DB10.DBD-4', 'float32', 's7.address-form'],
    ['DB10.DBD4', 'int16', 's7.address-type'],
    ['DB10.DBD4', 'bool', 's7.address-type'],
    ['DB10.DBD4', 'float64', 's7.address-type'],
    ['DB10.DBW4', 'float32', 's7.address-type'],
    ['DB1,REAL4', 'int32', 's7.address-type'],
    ['DB1,INT4', 'uint16', 's7.address-type'],
    ['M30.1', 'uint8', 's7.address-type'],
    ['MW20', 'bool', 's7.address-type'],
    ['DB10.DBX0', 'bool', 's7.address-bit'],
    ['DB10.DBX0.8', 'bool', 's7.address-bit'],
    ['M30', 'bool', 's7.address-bit'],
    ['DB1,REAL4.2', 'float32', 's7.address-array'],
    ['MW20.1', 'int16', 's7.address-array'],
    ['DB10,S20.0', 'string', 's7.address-string-length'],
    ['DB10,S20.255', 'string', 's7.address-string-length'],
    ['DB0.DBD4', 'float32', 's7.address-db'],
    ['DB65536.DBD4', 'float32', 's7.address-db'],
    ['DB1.DBB65536', 'uint8', 's7.address-byte'],
    ['DB1.DBD65533', 'float32', 's7.address-byte'],
  ];
  it.each(wrong)('not %s as %s: %s', (written, type, key) => {
    const parsed = parseS7Address(written, type);
    expect(parsed).toMatchObject({ ok: false, because: { key } });
    if (parsed.ok) return;
    expect(say(parsed.because, 'zh')).toContain(written);
    expect(say(parsed.because, 'en')).toContain(written);
  });

  it('says both what the letter allows and what the point declares', () => {
    const parsed = parseS7Address('DB10.DBD4', 'int16');
    expect(parsed.ok || say(parsed.because, 'zh')).toBe(
      '地址“DB10.DBD4”按写法（DBD）只能是 int32 / uint32 / float32，而点的类型写的是 int16',
    );
  });

  it('never decides the type: each written form fits only types of one width', () => {
    const fitting = (written: string) => dataTypes.filter((type) => parseS7Address(written, type).ok);
    expect(fitting('DB1.DBX0.0')).toEqual(['bool']);
    expect(fitting('DB1.DBW0')).toEqual(['int16', 'uint16']);
    expect(fitting('DB1.DBD0')).toEqual(['int32', 'uint32', 'float32']);
    expect(fitting('DB1.DBL0')).toEqual(['int64', 'uint64', 'float64']);
  });
});
