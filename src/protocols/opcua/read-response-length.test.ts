import fc from 'fast-check';
import { BinaryStream, DataValue, ReadResponse, StatusCodes, Variant } from 'node-opcua';
import { describe, expect, it } from 'vitest';
import * as wire from '../../../fixtures/wire/opcua-read.ts';
import { bytesOf } from '../../../fixtures/wire/s7-table.ts';
import { readResponseLength } from './read-response-length.ts';

/** Header and sequence of a message; the body begins with its type. */
const headBytes = 24;
const typeBytes = Buffer.from([0x01, 0x00, 0x7a, 0x02]);

function encoded(results: readonly DataValue[]): Buffer {
  const response = new ReadResponse({ results: [...results] });
  const stream = new BinaryStream(10_000);
  response.encode(stream);
  return Buffer.concat([typeBytes, stream.buffer.subarray(0, stream.length)]);
}

const holding = (value: object) =>
  new DataValue({ value, statusCode: StatusCodes.Good, sourceTimestamp: new Date(0), serverTimestamp: new Date(1) });

describe('the length of a ReadResponse', () => {
  it.each(Object.entries(wire).filter(([name]) => name.endsWith('Response') && name !== 'spoiltMatrixResponse'))(
    'is that of the whole body of %s from a real server, whatever stands behind it',
    (_, table) => {
      const body = Buffer.from(bytesOf(table)).subarray(headBytes);
      expect(readResponseLength(body)).toBe(body.length);
      expect(readResponseLength(Buffer.concat([body, Buffer.alloc(4)]))).toBe(body.length);
      expect(readResponseLength(body.subarray(0, -1))).toBeUndefined();
    },
  );

  it.each<[string, object]>([
    ['text', { dataType: 'String', value: '反应釜' }],
    ['bytes', { dataType: 'ByteString', value: Buffer.from([1, 2]) }],
    [
      'nodes',
      {
        dataType: 'NodeId',
        arrayType: 'Array',
        value: ['ns=1;s=X', 'i=85', 'ns=3;i=100000', 'ns=2;g=72962B91-FA75-4AE6-8D28-B404DC7DAF63'],
      },
    ],
    ['names', { dataType: 'QualifiedName', value: { namespaceIndex: 1, name: 'X' } }],
    [
      'texts in a language',
      { dataType: 'LocalizedText', arrayType: 'Array', value: [{ locale: 'zh', text: '阀' }, { text: 'x' }] },
    ],
    ['a matrix', { dataType: 'Double', arrayType: 'Matrix', dimensions: [2, 2], value: [1, 2, 3, 4] }],
    ['variants', { dataType: 'Variant', arrayType: 'Array', value: [new Variant({ dataType: 'Int32', value: 5 })] }],
    ['nothing', { dataType: 'Null' }],
  ])('takes in %s', (_, value) => {
    const body = encoded([holding(value), holding({ dataType: 'Float', value: 1 })]);
    expect(readResponseLength(Buffer.concat([body, Buffer.alloc(3)]))).toBe(body.length);
  });

  it('is not known of any other message', () => {
    expect(readResponseLength(Buffer.from([0x01, 0x00, 0x8d, 0x01, 0, 0]))).toBeUndefined();
    expect(readResponseLength(Buffer.alloc(0))).toBeUndefined();
  });

  it('is total: any bytes give a length within them, or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const body = Buffer.concat([typeBytes, bytes]);
        const length = readResponseLength(body);
        expect(length === undefined || length <= body.length).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
