import { DataValue, StatusCodes } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { describeDataValue } from './describe.ts';
import { VariantType } from './library.ts';
import { replyOfValues } from './reply-of-values.ts';

const text = (value: string) => new DataValue({ value: { dataType: VariantType.String, value } });
const number = (value: number) => new DataValue({ value: { dataType: VariantType.Double, value } });

describe('the reply to a Read', () => {
  it.each([
    ['of nothing', []],
    ['of numbers', [number(1), number(Number.NaN), number(2.5)]],
    [
      'with text of more than one byte',
      [text('反应釜'), number(-0), text('"é"\n'), new DataValue({ statusCode: StatusCodes.BadNoData })],
    ],
  ])('%s is the canonical JSON of all, and each raw value that of its own', (_, results) => {
    const { reply, raw } = replyOfValues(results);
    expect(Buffer.from(reply)).toEqual(
      Buffer.from(canonicalJson({ service: 'Read', results: results.map(describeDataValue) })),
    );
    for (const [index, value] of results.entries())
      expect(Buffer.from(raw(index))).toEqual(Buffer.from(canonicalJson(describeDataValue(value))));
  });
});
