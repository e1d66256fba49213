import { DataValue, StatusCodes, VariantArrayType } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import { VariantType } from './library.ts';
import { namespacesOf, nodeIdOf } from './node-id.ts';
import { parseOpcuaAddress } from './parse-address.ts';

const namespaces = ['http://opcfoundation.org/UA/', 'urn:server', 'http://acme.example/Plant'];

function nodeIdOfWritten(written: string) {
  const parsed = parseOpcuaAddress(written, 'bool');
  if (!parsed.ok) throw new Error(written);
  return nodeIdOf(parsed.value, namespaces);
}

describe('nodeIdOf', () => {
  it.each([
    ['i=2256', 'ns=0;i=2256'],
    ['ns=3;i=1001', 'ns=3;i=1001'],
    ['ns=2;s=Tank;i=5', 'ns=2;s=Tank;i=5'],
    ['ns=4;s=12', 'ns=4;s=12'],
    ['ns=2;b=AQID', 'ns=2;b=AQID'],
    ['ns=2;g=09087e75-8e5e-499b-954f-f2a9603db28a', 'ns=2;g=09087E75-8E5E-499B-954F-F2A9603DB28A'],
    ['nsu=http://acme.example/Plant;s=Tank', 'ns=2;s=Tank'],
    ['nsu=http://opcfoundation.org/UA/;i=2256', 'ns=0;i=2256'],
  ])('finds the node of %s', (written, nodeId) => {
    expect(String(nodeIdOfWritten(written))).toBe(nodeId);
  });

  it('finds no node for a namespace that the server does not have', () => {
    expect(nodeIdOfWritten('nsu=http://acme.example/plant;s=Tank')).toMatchObject({
      kind: 'no-such-address',
      name: 'BadNodeIdUnknown',
    });
  });
});

describe('namespacesOf', () => {
  const said = (statusCode = StatusCodes.Good) =>
    new DataValue({
      statusCode,
      value: { dataType: VariantType.String, arrayType: VariantArrayType.Array, value: namespaces },
    });
  it.each([
    ['the table', said(), namespaces],
    ['nothing that is not good', said(StatusCodes.UncertainInitialValue), []],
    ['nothing where there is none', new DataValue({ statusCode: StatusCodes.BadUserAccessDenied }), []],
    ['nothing from a single text', new DataValue({ value: { dataType: VariantType.String, value: 'urn:x' } }), []],
    ['nothing from nothing', undefined, []],
  ])('takes %s', (_, dataValue, uris) => {
    expect(namespacesOf(dataValue)).toEqual(uris);
  });
});
