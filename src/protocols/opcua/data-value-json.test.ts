import fc from 'fast-check';
import { DataValue, StatusCode, StatusCodes } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import { canonicalText } from './canonical-json.ts';
import { dataValueJson } from './data-value-json.ts';
import { describeDataValue } from './describe.ts';
import { VariantArrayType, VariantType } from './library.ts';

const int32 = fc.integer();
const values = fc.oneof(
  fc.record({ dataType: fc.constant(VariantType.Boolean), value: fc.boolean() }),
  fc.record({ dataType: fc.constant(VariantType.Int32), value: int32 }),
  fc.record({ dataType: fc.constant(VariantType.Double), value: fc.double() }),
  fc.record({ dataType: fc.constant(VariantType.Float), value: fc.float() }),
  fc.record({ dataType: fc.constant(VariantType.String), value: fc.string({ unit: 'binary' }) }),
  fc.record({
    dataType: fc.constant(VariantType.Int64),
    arrayType: fc.constant(VariantArrayType.Scalar),
    value: fc.tuple(fc.nat(), fc.nat()),
  }),
  fc.record({ dataType: fc.constant(VariantType.DateTime), value: fc.date({ noInvalidDate: true }) }),
  fc.record({
    dataType: fc.constant(VariantType.Double),
    arrayType: fc.constant(VariantArrayType.Array),
    value: fc.array(fc.double()),
  }),
  fc.constant({ dataType: VariantType.Null }),
);
const status = fc.constantFrom(
  StatusCodes.Good,
  StatusCodes.UncertainLastUsableValue,
  StatusCodes.BadSensorFailure,
  StatusCode.makeStatusCode(StatusCodes.Good, 'LimitHigh'),
);
const time = fc.option(
  fc.date({ min: new Date(-62_000_000_000_000), max: new Date(9_000_000_000_000), noInvalidDate: true }),
);

describe('the JSON of a DataValue', () => {
  it('is byte for byte its canonical form, whatever it holds', () => {
    const given = fc.record({
      value: values,
      statusCode: status,
      sourceTimestamp: time,
      serverTimestamp: time,
      pico: fc.nat(9999),
    });
    fc.assert(
      fc.property(given, ({ value, statusCode, sourceTimestamp, serverTimestamp, pico }) => {
        const dataValue = new DataValue({ value, statusCode, sourceTimestamp, serverTimestamp });
        dataValue.sourcePicoseconds = pico % 3 === 0 ? 0 : pico;
        dataValue.serverPicoseconds = pico % 2 === 0 ? 0 : pico;
        expect(dataValueJson(dataValue)).toBe(canonicalText(describeDataValue(dataValue)));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps what JSON has no number for', () => {
    const said = (value: number) => dataValueJson(new DataValue({ value: { dataType: VariantType.Double, value } }));
    expect(said(-0)).toContain('"value":"-0"');
    expect(said(Number.NaN)).toContain('"value":"NaN"');
    expect(said(Number.NEGATIVE_INFINITY)).toContain('"value":"-Infinity"');
  });
});
