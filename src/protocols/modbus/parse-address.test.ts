import { describe, expect, it } from 'vitest';
import { say } from '../../messages/index.ts';
import type { DataType } from '../data-type.ts';
import { parseModbusAddress } from './parse-address.ts';

const good: readonly [string, DataType, string, number, number?][] = [
  ['40001', 'int16', 'holding', 0],
  ['49999', 'uint16', 'holding', 9998],
  ['400001', 'uint16', 'holding', 0],
  ['465536', 'uint16', 'holding', 65_535],
  ['465535', 'float32', 'holding', 65_534],
  ['30001', 'float32', 'input', 0],
  ['300013', 'int64', 'input', 12],
  ['10001', 'bool', 'discrete', 0],
  ['100004', 'bool', 'discrete', 3],
  ['00001', 'bool', 'coil', 0],
  ['000017', 'bool', 'coil', 16],
  ['holding:0', 'float64', 'holding', 0],
  ['holding:65535', 'uint16', 'holding', 65_535],
  ['input:12', 'uint32', 'input', 12],
  ['coil:3', 'bool', 'coil', 3],
  ['discrete:4', 'bool', 'discrete', 4],
  ['holding:20', 'string', 'holding', 20],
  ['40008.3', 'bool', 'holding', 7, 3],
  ['holding:7.3', 'bool', 'holding', 7, 3],
  ['400008.15', 'bool', 'holding', 7, 15],
  ['input:0.0', 'bool', 'input', 0, 0],
];

const bad: readonly [string, DataType, string][] = [
  ['D1000', 'int16', 'modbus.address-needs-mapping'],
  ['M300', 'bool', 'modbus.address-needs-mapping'],
  ['%MW20', 'int16', 'modbus.address-needs-mapping'],
  ['HR100', 'int16', 'modbus.address-needs-mapping'],
  ['DB10.DBD4', 'float32', 'modbus.address-needs-mapping'],
  ['1', 'bool', 'modbus.address-form'],
  ['17', 'bool', 'modbus.address-form'],
  ['', 'bool', 'modbus.address-form'],
  ['40000', 'int16', 'modbus.address-form'],
  ['000000', 'bool', 'modbus.address-form'],
  ['20001', 'int16', 'modbus.address-form'],
  ['50001', 'int16', 'modbus.address-form'],
  ['4000001', 'int16', 'modbus.address-form'],
  ['register:3', 'int16', 'modbus.address-form'],
  ['Holding:3', 'int16', 'modbus.address-form'],
  ['holding:-1', 'int16', 'modbus.address-form'],
  ['holding:1e3', 'int16', 'modbus.address-form'],
  ['constructor:1', 'int16', 'modbus.address-form'],
  [' 40001', 'int16', 'modbus.address-form'],
  ['40001.', 'bool', 'modbus.address-form'],
  ['465537', 'uint16', 'modbus.address-range'],
  ['holding:65536', 'uint16', 'modbus.address-range'],
  ['coil:65536', 'bool', 'modbus.address-range'],
  ['465536', 'float32', 'modbus.address-range'],
  ['holding:65533', 'int64', 'modbus.address-range'],
  ['coil:3', 'int16', 'modbus.bit-table-not-bool'],
  ['10001', 'float32', 'modbus.bit-table-not-bool'],
  ['coil:3.1', 'bool', 'modbus.bit-in-bit-table'],
  ['40008', 'bool', 'modbus.bit-missing'],
  ['40008.3', 'int16', 'modbus.bit-not-bool'],
  ['40008.16', 'bool', 'modbus.bit-range'],
  ['40001', 'uint8', 'modbus.no-eight-bits'],
  ['input:1', 'int8', 'modbus.no-eight-bits'],
];

describe('a Modbus address as people write it', () => {
  it.each(good)('%s as %s is %s %i', (written, type, table, offset, bit) => {
    const value = { protocol: 'modbus', table, offset, ...(bit === undefined ? {} : { bit }) };
    expect(parseModbusAddress(written, type)).toEqual({ ok: true, value });
  });

  it.each(bad)('"%s" as %s is refused: %s', (written, type, key) => {
    const parsed = parseModbusAddress(written, type);
    expect(parsed).toMatchObject({ ok: false, because: { key } });
    if (!parsed.ok) expect(say(parsed.because, 'zh')).toContain(written);
  });

  it('says where to look when a device number of the PLC is written', () => {
    const parsed = parseModbusAddress('D1000', 'int16');
    expect(parsed.ok ? '' : say(parsed.because, 'zh')).toContain('对照表');
  });
});
