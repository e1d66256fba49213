import { AnonymousIdentityToken, DataValue, StatusCode, StatusCodes, VariantArrayType } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import type { DataType } from '../data-type.ts';
import { decodeDataValue } from './decode.ts';
import { VariantType } from './library.ts';

const wait = { during: 'read', afterMs: 120 } as const;
const at2018 = new Date('2018-02-01T00:00:00Z');

function dataValue(dataType: VariantType, value: unknown, statusCode: StatusCode = StatusCodes.Good): DataValue {
  return new DataValue({ statusCode, value: { dataType, arrayType: VariantArrayType.Scalar, value } });
}

function decoded(given: DataValue, declared: DataType): unknown {
  const result = decodeDataValue(given, declared, wait);
  if (!result.ok) return result.fault;
  const { value, type, quality } = result.reading;
  return { value, type, quality };
}

describe('decodeDataValue', () => {
  it.each<[DataType, VariantType, unknown, unknown]>([
    ['bool', VariantType.Boolean, true, true],
    ['int8', VariantType.SByte, -128, -128],
    ['uint8', VariantType.Byte, 255, 255],
    ['int16', VariantType.Int16, -32_768, -32_768],
    ['uint16', VariantType.UInt16, 65_535, 65_535],
    ['int32', VariantType.Int32, -2_147_483_648, -2_147_483_648],
    ['uint32', VariantType.UInt32, 4_294_967_295, 4_294_967_295],
    ['float32', VariantType.Float, Math.fround(0.1), 0.10000000149011612],
    ['float32', VariantType.Float, Number.NaN, Number.NaN],
    ['float64', VariantType.Double, -0, -0],
    ['float64', VariantType.Double, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['string', VariantType.String, '反应釜', '反应釜'],
    ['string', VariantType.String, '', ''],
    // [high, low] halves, both unsigned: never through a float, which is exact only below 2^53.
    ['int64', VariantType.Int64, [0xffffffff, 0xfffffffb], -5n],
    ['int64', VariantType.Int64, [0x80000000, 1], -9_223_372_036_854_775_807n],
    ['int64', VariantType.Int64, [0x00200000, 1], 9_007_199_254_740_993n],
    ['uint64', VariantType.UInt64, [0xffffffff, 0xffffffff], 18_446_744_073_709_551_615n],
  ])('gives a %s as what it is', (declared, variant, given, value) => {
    expect(decoded(dataValue(variant, given), declared)).toEqual({ value, type: declared, quality: 'good' });
  });

  it.each<[DataType, VariantType, unknown, DataType]>([
    ['float32', VariantType.Double, 3.25, 'float64'],
    ['float32', VariantType.Int32, 3, 'int32'],
    ['float64', VariantType.Float, 3.25, 'float32'],
    ['int16', VariantType.UInt16, 3, 'uint16'],
    ['uint8', VariantType.Int64, [0, 3], 'int64'],
  ])(
    'keeps the type of the variant where %s is declared and another number comes',
    (declared, variant, given, type) => {
      expect(decoded(dataValue(variant, given), declared)).toMatchObject({ type, quality: 'good' });
    },
  );

  it.each<[string, DataType, DataValue, string]>([
    ['a text for a number', 'float32', dataValue(VariantType.String, '3.25'), 'string where float32 is declared'],
    ['a number for a bool', 'bool', dataValue(VariantType.Byte, 1), 'uint8 where bool is declared'],
    ['a bool for a number', 'int16', dataValue(VariantType.Boolean, true), 'bool where int16 is declared'],
    ['no value', 'float32', new DataValue({ statusCode: StatusCodes.Good }), 'no value'],
    ['a null text', 'string', dataValue(VariantType.String, null), 'no value'],
    ['a time', 'int64', dataValue(VariantType.DateTime, at2018), 'DateTime'],
    ['a named text', 'string', dataValue(VariantType.LocalizedText, { text: 'x' }), 'LocalizedText'],
    [
      'an array',
      'float32',
      new DataValue({ value: { dataType: VariantType.Float, arrayType: VariantArrayType.Array, value: [1, 2] } }),
      'Float Array',
    ],
    ['an uncertain null', 'float32', new DataValue({ statusCode: StatusCodes.UncertainLastUsableValue }), 'no value'],
  ])('finds %s undecodable', (_, declared, given, what) => {
    expect(decoded(given, declared)).toEqual({ kind: 'undecodable', what });
  });

  it.each<[StatusCode, string, number]>([
    [StatusCodes.Good, 'good', 0],
    [StatusCodes.GoodLocalOverride, 'good', 0x00960000],
    // Info bits: a value at its limit is still good, and the whole code is kept.
    [StatusCode.makeStatusCode(StatusCodes.Good, 0x0600), 'good', 0x00000600],
    [StatusCode.makeStatusCode(StatusCodes.Good, 'Overflow | InfoTypeDataValue'), 'good', 0x00000480],
    [StatusCodes.UncertainLastUsableValue, 'uncertain', 0x40900000],
    [StatusCode.makeStatusCode(StatusCodes.UncertainSensorNotAccurate, 0x0500), 'uncertain', 0x40930500],
    [StatusCodes.BadSensorFailure, 'bad', 0x808c0000],
    [StatusCodes.BadWaitingForInitialData, 'bad', 0x80320000],
  ])('takes the quality from the severity of %s', (status, quality, code) => {
    const result = decodeDataValue(dataValue(VariantType.Double, 9, status), 'float64', wait);
    expect(result).toMatchObject({ ok: true, reading: { value: 9, quality, status: { code, name: status.name } } });
  });

  it.each<[StatusCode, object]>([
    [StatusCodes.BadNodeIdUnknown, { kind: 'no-such-address', code: 0x80340000, name: 'BadNodeIdUnknown' }],
    [StatusCodes.BadNodeIdInvalid, { kind: 'no-such-address' }],
    [StatusCodes.BadAttributeIdInvalid, { kind: 'no-such-address' }],
    [StatusCodes.BadUserAccessDenied, { kind: 'access-denied', code: 0x801f0000 }],
    [StatusCodes.BadNotReadable, { kind: 'access-denied' }],
    [StatusCodes.BadTimeout, { kind: 'timeout', during: 'read', afterMs: 120 }],
    [StatusCodes.BadConnectionClosed, { kind: 'unreachable', code: 'BadConnectionClosed' }],
    [StatusCodes.BadTooManyOperations, { kind: 'busy' }],
    [StatusCodes.BadNotSupported, { kind: 'not-served' }],
    [StatusCodes.BadNoCommunication, { kind: 'refused', code: 0x80310000, name: 'BadNoCommunication' }],
    [StatusCodes.BadWaitingForInitialData, { kind: 'refused', name: 'BadWaitingForInitialData' }],
  ])('says why there is no value with %s', (statusCode, fault) => {
    expect(decoded(new DataValue({ statusCode }), 'float32')).toMatchObject(fault);
  });

  it('does not give the value beside a status that denies the node', () => {
    expect(decoded(dataValue(VariantType.Double, 9, StatusCodes.BadUserAccessDenied), 'float64')).toMatchObject({
      kind: 'access-denied',
    });
  });

  it.each([
    ['the present', at2018, at2018.getTime()],
    ['years ago', new Date('1999-12-31T00:00:00Z'), Date.UTC(1999, 11, 31)],
    ['never: the zero of the wire', new Date('1601-01-01T00:00:00Z'), undefined],
    ['never: no time at all', null, undefined],
  ])('takes both times as they are given, here %s', (_, stamp, time) => {
    const given = dataValue(VariantType.Double, 1);
    given.sourceTimestamp = stamp;
    given.serverTimestamp = stamp;
    const result = decodeDataValue(given, 'float64', wait);
    expect(result.ok && [result.reading.sourceTime, result.reading.serverTime]).toEqual([time, time]);
    expect(result.ok && 'sourceTime' in result.reading).toBe(time !== undefined);
  });

  it('finds a structure undecodable', () => {
    const structure = new AnonymousIdentityToken({ policyId: 'x' });
    expect(decoded(dataValue(VariantType.ExtensionObject, structure), 'string')).toEqual({
      kind: 'undecodable',
      what: 'ExtensionObject',
    });
  });
});
