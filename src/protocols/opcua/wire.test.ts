import { BinaryStream } from 'node-opcua';
import { describe, expect, it } from 'vitest';
import * as wire from '../../../fixtures/wire/opcua-read.ts';
import { bytesOf, type WireTable } from '../../../fixtures/wire/s7-table.ts';
import type { DataType } from '../data-type.ts';
import { decodeDataValue } from './decode.ts';
import { ReadResponse } from './library.ts';

/** Header, sequence and type of a message: what the secure channel takes off before a body is decoded. */
const headBytes = 28;

function decoded(table: WireTable, declared: DataType): unknown {
  const response = new ReadResponse();
  response.decode(new BinaryStream(Buffer.from(bytesOf(table).subarray(headBytes))));
  const [dataValue] = response.results ?? [];
  if (dataValue === undefined) throw new Error('no result');
  const result = decodeDataValue(dataValue, declared, { during: 'read', afterMs: 0 });
  return result.ok ? result.reading : result.fault;
}

const good = { quality: 'good', status: { code: 0, name: 'Good' } };

describe('Read replies from the wire', () => {
  it.each(Object.entries(wire))('%s has the length that it says', (_, table) => {
    const bytes = Buffer.from(bytesOf(table));
    expect(bytes.readUInt32LE(4)).toBe(bytes.length);
  });

  it.each<[string, WireTable, DataType, object]>([
    ['a bool', wire.boolResponse, 'bool', { value: false, type: 'bool', ...good }],
    ['an int64', wire.int64Response, 'int64', { value: -9_223_372_036_854_775_807n, type: 'int64', ...good }],
    ['a uint64', wire.uint64Response, 'uint64', { value: 18_446_744_073_709_551_615n, type: 'uint64', ...good }],
    ['a float32', wire.floatResponse, 'float32', { value: 3.1431431770324707, type: 'float32', ...good }],
    ['a float64', wire.doubleResponse, 'float64', { value: 3.14, type: 'float64', ...good }],
    ['a float32 for a declared float64', wire.floatResponse, 'float64', { type: 'float32', ...good }],
    ['a text', wire.stringResponse, 'string', { value: 'This is a string variable', type: 'string', ...good }],
    [
      'an uncertain value at its limit',
      wire.uncertainResponse,
      'float64',
      {
        value: 3.25,
        quality: 'uncertain',
        status: { code: 0x40900600 },
        serverTime: Date.UTC(2022, 10, 8, 19, 30, 46, 904),
      },
    ],
    [
      'a good value that overflowed',
      wire.overflowResponse,
      'float64',
      { value: Number.NaN, quality: 'good', status: { code: 0x00000480 } },
    ],
    ['a bad value', wire.badResponse, 'float64', { value: 9, quality: 'bad', status: { code: 0x808c0000 } }],
    ['an array', wire.boolArrayResponse, 'bool', { kind: 'undecodable', what: 'Boolean Array' }],
    ['a time', wire.dateTimeResponse, 'int64', { kind: 'undecodable', what: 'DateTime' }],
  ])('%s', (_, table, declared, expected) => {
    expect(decoded(table, declared)).toMatchObject(expected);
  });

  it('keeps the source time of the server, to the millisecond', () => {
    expect(decoded(wire.boolResponse, 'bool')).toHaveProperty('sourceTime', Date.UTC(2022, 10, 8, 19, 30, 46, 904));
    expect(decoded(wire.uncertainResponse, 'float64')).not.toHaveProperty('sourceTime');
    expect(decoded(wire.badResponse, 'float64')).not.toHaveProperty('serverTime');
  });

  it('throws at dimensions that do not fit, which is why a reader has to ask such a value alone', () => {
    expect(() => decoded(wire.spoiltMatrixResponse, 'bool')).toThrow(/inconsistent matrix/);
  });
});
