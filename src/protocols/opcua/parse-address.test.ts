import { describe, expect, it } from 'vitest';
import { parseOpcuaAddress } from './parse-address.ts';

describe('parseOpcuaAddress', () => {
  it.each([
    ['ns=2;s=Tank.Level', 'ns=2;s=Tank.Level'],
    ['ns=3;i=1001', 'ns=3;i=1001'],
    ['i=2256', 'i=2256'],
    ['ns=0;i=2256', 'i=2256'],
    ['ns=002;i=007', 'ns=2;i=7'],
    ['ns=65535;i=4294967295', 'ns=65535;i=4294967295'],
    ['ns=2;g=09087E75-8E5E-499B-954F-F2A9603DB28A', 'ns=2;g=09087e75-8e5e-499b-954f-f2a9603db28a'],
    ['ns=2;b=M/RbKBsRVkePCePcx24oRA==', 'ns=2;b=M/RbKBsRVkePCePcx24oRA=='],
    ['ns=2;b=M/RbKBsRVkePCePcx24oRA', 'ns=2;b=M/RbKBsRVkePCePcx24oRA=='],
    ['  ns=2;s=Tank.Level\t', 'ns=2;s=Tank.Level'],
    // Everything behind s= belongs to the name.
    ['ns=4;s=|var|PLC.Application.GVL.x;i=5 = "一"', 'ns=4;s=|var|PLC.Application.GVL.x;i=5 = "一"'],
    ['ns=3;s="DB_Trip"."TZSHH_101"', 'ns=3;s="DB_Trip"."TZSHH_101"'],
    [`ns=2;s=${'x'.repeat(4096)}`, `ns=2;s=${'x'.repeat(4096)}`],
  ])('reads %s', (written, nodeId) => {
    expect(parseOpcuaAddress(written, 'float32')).toEqual({ ok: true, value: { protocol: 'opcua', nodeId } });
  });

  it.each([
    ['nsu=http://acme.example/Plant;s=Tank.Level', 's=Tank.Level', 'http://acme.example/Plant'],
    ['nsu=urn:acme%3Bunit%25201;i=5', 'i=5', 'urn:acme;unit%201'],
    ['nsu=urn:a%253Bb;i=5', 'i=5', 'urn:a%3Bb'],
  ])('reads %s with its namespace URI', (written, nodeId, namespaceUri) => {
    expect(parseOpcuaAddress(written, 'bool')).toEqual({
      ok: true,
      value: { protocol: 'opcua', nodeId, namespaceUri },
    });
  });

  it.each([
    ['', 'opcua.address-form'],
    ['Tank.Level', 'opcua.address-form'],
    ['ns=2', 'opcua.address-form'],
    ['ns=2;Tank', 'opcua.address-form'],
    ['ns=2;x=5', 'opcua.address-form'],
    ['ns=-1;i=5', 'opcua.address-form'],
    ['ns=2,i=5', 'opcua.address-form'],
    ['nsu=;i=5', 'opcua.address-form'],
    ['DB10.DBD4', 'opcua.address-form'],
    ['ns=65536;i=5', 'opcua.address-namespace'],
    ['ns=2;i=', 'opcua.address-numeric'],
    ['ns=2;i=-5', 'opcua.address-numeric'],
    ['ns=2;i=5.0', 'opcua.address-numeric'],
    ['ns=2;i=0x10', 'opcua.address-numeric'],
    ['ns=2;i=4294967296', 'opcua.address-numeric'],
    ['ns=2;g=09087e75', 'opcua.address-guid'],
    ['ns=2;g={09087e75-8e5e-499b-954f-f2a9603db28a}', 'opcua.address-guid'],
    ['ns=2;b=', 'opcua.address-opaque'],
    ['ns=2;b=***', 'opcua.address-opaque'],
    ['ns=2;s=', 'opcua.address-string'],
    [`ns=2;s=${'x'.repeat(4097)}`, 'opcua.address-string'],
    ['nsu=http://acme.example/a%20b;i=5', 'opcua.address-uri'],
  ])('refuses %s', (written, key) => {
    expect(parseOpcuaAddress(written, 'float32')).toMatchObject({ ok: false, because: { key, with: { written } } });
  });
});
