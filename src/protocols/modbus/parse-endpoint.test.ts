import { describe, expect, it } from 'vitest';
import { say } from '../../messages/index.ts';
import { parseModbusEndpoint } from './parse-endpoint.ts';

const good: readonly [string, string, number, number][] = [
  ['modbus://192.0.2.30:502?unit=1', '192.0.2.30', 502, 1],
  ['modbus://192.0.2.30?unit=0', '192.0.2.30', 502, 0],
  ['modbus://gds-1.plant.example:1502/?unit=255', 'gds-1.plant.example', 1502, 255],
  ['modbus://[2001:db8::1]:502?unit=17', '2001:db8::1', 502, 17],
];

const bad: readonly [string, string][] = [
  ['modbus://192.0.2.30:502', 'modbus.endpoint-unit-missing'],
  ['modbus://192.0.2.30:502?', 'modbus.endpoint-unit-missing'],
  ['modbus://192.0.2.30:502?unit=', 'modbus.endpoint-unit-range'],
  ['modbus://192.0.2.30:502?unit=256', 'modbus.endpoint-unit-range'],
  ['modbus://192.0.2.30:502?unit=-1', 'modbus.endpoint-unit-range'],
  ['modbus://192.0.2.30:502?unit=1.0', 'modbus.endpoint-unit-range'],
  ['modbus://192.0.2.30:502?slave=1', 'modbus.endpoint-parameter'],
  ['modbus://192.0.2.30:502?unit=1&unit=2', 'modbus.endpoint-parameter'],
  ['modbus://192.0.2.30:0?unit=1', 'modbus.endpoint-port-range'],
  ['modbus://192.0.2.30:65536?unit=1', 'modbus.endpoint-port-range'],
  ['modbus://192.0.2.30:502/path?unit=1', 'modbus.endpoint-form'],
  ['modbus://user@192.0.2.30?unit=1', 'modbus.endpoint-form'],
  ['modbus://?unit=1', 'modbus.endpoint-form'],
  ['modbus://192.0.2.30?unit=1#x', 'modbus.endpoint-form'],
  ['192.0.2.30:502', 'modbus.endpoint-form'],
];

describe('a Modbus endpoint', () => {
  it.each(good)('%s', (written, host, port, unit) => {
    expect(parseModbusEndpoint(written)).toEqual({
      ok: true,
      value: { protocol: 'modbus', url: written, host, port, unit },
    });
  });

  it.each(bad)('%s is refused: %s', (written, key) => {
    const parsed = parseModbusEndpoint(written);
    expect(parsed).toMatchObject({ ok: false, because: { key } });
    if (!parsed.ok) expect(say(parsed.because, 'zh')).toContain(written);
  });
});
