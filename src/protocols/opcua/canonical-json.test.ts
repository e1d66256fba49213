import { DataValue, StatusCodes, VariantArrayType } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { describeDataValue } from './describe.ts';
import { VariantType } from './library.ts';

const written = (value: unknown) => new TextDecoder().decode(canonicalJson(value));

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: 2, A: 3 }, '{"A":3,"a":2,"b":1}'],
    [18_446_744_073_709_551_615n, '"18446744073709551615"'],
    [[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0], '["NaN","Infinity","-Infinity","-0",0]'],
    [0.10000000149011612, '0.10000000149011612'],
    [new Date('2018-02-01T00:00:00Z'), '"2018-02-01T00:00:00.000Z"'],
    [new Date(Number.NaN), 'null'],
    [Buffer.from([1, 2, 3]), '"AQID"'],
    [new Float32Array([1, Number.NaN]), '[1,"NaN"]'],
    [{ absent: undefined, nothing: null }, '{"nothing":null}'],
    ['反应釜 "A"', '"反应釜 \\"A\\""'],
    [{ toJSON: () => ({ b: 1n }) }, '{"b":"1"}'],
  ])('writes %# canonically', (value, json) => {
    expect(written(value)).toBe(json);
  });

  it.each([
    [
      { dataType: VariantType.Int64, arrayType: VariantArrayType.Scalar, value: [0xffffffff, 0xfffffffb] },
      '{"type":"Int64","value":"-5"}',
    ],
    [
      { dataType: VariantType.UInt64, arrayType: VariantArrayType.Array, value: [[1, 0]] },
      '{"array":"Array","type":"UInt64","value":["4294967296"]}',
    ],
    [{ dataType: VariantType.Double, value: Number.NaN }, '{"type":"Double","value":"NaN"}'],
    [{ dataType: VariantType.Double, value: -0 }, '{"type":"Double","value":"-0"}'],
    [{ dataType: VariantType.String, value: 'NaN' }, '{"type":"String","value":"NaN"}'],
  ])('writes DataValue %# without loss', (value, json) => {
    const given = new DataValue({ value, statusCode: StatusCodes.BadSensorFailure });
    given.sourceTimestamp = new Date('2018-02-01T00:00:00Z');
    expect(written(describeDataValue(given))).toBe(
      `{"sourceTime":"2018-02-01T00:00:00.000Z","status":{"code":2156658688,"name":"BadSensorFailure"},"value":${json}}`,
    );
  });
});
