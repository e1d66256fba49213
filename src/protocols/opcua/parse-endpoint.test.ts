import { describe, expect, it } from 'vitest';
import { parseOpcuaEndpoint } from './parse-endpoint.ts';

describe('parseOpcuaEndpoint', () => {
  it.each([
    ['opc.tcp://192.0.2.10:4840', 'opc.tcp://192.0.2.10:4840'],
    ['opc.tcp://192.0.2.10', 'opc.tcp://192.0.2.10:4840'],
    ['opc.tcp://dcs-1.plant.example:62541/UA/Server', 'opc.tcp://dcs-1.plant.example:62541/UA/Server'],
    ['opc.tcp://dcs/', 'opc.tcp://dcs:4840/'],
    ['opc.tcp://[2001:db8::1]:4841', 'opc.tcp://[2001:db8::1]:4841'],
    [' opc.tcp://dcs:04840 ', 'opc.tcp://dcs:4840'],
  ])('reads %s', (written, url) => {
    expect(parseOpcuaEndpoint(written)).toEqual({ ok: true, value: { protocol: 'opcua', url } });
  });

  it.each([
    ['opc.tcp://', 'opcua.endpoint-form'],
    ['opc.tcp://:4840', 'opcua.endpoint-form'],
    ['opc.tcp://dcs:', 'opcua.endpoint-form'],
    ['opc.tcp://dcs:abc', 'opcua.endpoint-form'],
    ['opc.tcp://operator:secret@dcs:4840', 'opcua.endpoint-form'],
    ['opc.tcp://dcs 1:4840', 'opcua.endpoint-form'],
    ['opc.tcp://dcs:0', 'opcua.endpoint-port'],
    ['opc.tcp://dcs:65536', 'opcua.endpoint-port'],
  ])('refuses %s', (written, key) => {
    expect(parseOpcuaEndpoint(written)).toMatchObject({ ok: false, because: { key } });
  });
});
