import { describe, expect, it } from 'vitest';
import { say } from '../../messages/index.ts';
import type { RtuLine } from '../target.ts';
import { parseRtuEndpoint } from './parse-endpoint.ts';

const serial = (path: string, baud: number, parity: 'none' | 'even' | 'odd', stopBits: 1 | 2): RtuLine => ({
  by: 'serial',
  path,
  baud,
  parity,
  stopBits,
});
const good: readonly [string, RtuLine, number][] = [
  ['modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&stop=1', serial('/dev/ttyUSB0', 9600, 'even', 1), 1],
  ['modbus-rtu:///dev/ttyS1?parity=none&baud=19200&unit=247', serial('/dev/ttyS1', 19_200, 'none', 2), 247],
  ['modbus-rtu:///dev/ttyS1?unit=2&baud=19200&parity=odd&data=8', serial('/dev/ttyS1', 19_200, 'odd', 1), 2],
  ['modbus-rtu://localhost/COM3?unit=1&baud=9600&parity=even', serial('COM3', 9600, 'even', 1), 1],
  ['modbus-rtu-tcp://192.0.2.40:4001?unit=3', { by: 'tcp', host: '192.0.2.40', port: 4001 }, 3],
  ['modbus-rtu-tcp://[2001:db8::1]:4001/?unit=3', { by: 'tcp', host: '2001:db8::1', port: 4001 }, 3],
];

const bad: readonly [string, string][] = [
  ['modbus-rtu://', 'modbus-rtu:///dev/ttyUSB0'],
  ['modbus-rtu:///dev/ttyUSB0', 'modbus-rtu:///dev/ttyUSB0'],
  ['modbus-rtu:///dev/ttyUSB0?baud=9600&parity=even', 'unit'],
  ['modbus-rtu:///dev/ttyUSB0?unit=1&parity=even', 'baud'],
  ['modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600', 'parity'],
  ['modbus-rtu:///dev/ttyUSB0?unit=0&baud=9600&parity=even', '1 到 247'],
  ['modbus-rtu:///dev/ttyUSB0?unit=248&baud=9600&parity=even', '1 到 247'],
  ['modbus-rtu:///dev/ttyUSB0?unit=1&baud=96oo&parity=even', '300 到 4000000'],
  ['modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=mark', 'even'],
  ['modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&stop=3', '1 或 2'],
  ['modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&data=7', '8'],
  ['modbus-rtu:///dev/ttyUSB0?unit=1&unit=2&baud=9600&parity=even', 'unit'],
  ['modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&rts=1', 'rts'],
  ['modbus-rtu-tcp://192.0.2.40?unit=3', 'modbus-rtu-tcp://'],
  ['modbus-rtu-tcp://192.0.2.40:4001', 'modbus-rtu-tcp://'],
  ['modbus-rtu-tcp://192.0.2.40:0?unit=3', '65535'],
  ['modbus-rtu-tcp://192.0.2.40:4001?unit=3&baud=9600', 'baud'],
];

describe('the endpoint of a serial line', () => {
  it.each(good)('reads %s', (written, line, unit) => {
    expect(parseRtuEndpoint(written)).toEqual({
      ok: true,
      value: { protocol: 'modbus-rtu', url: written, line, unit },
    });
  });

  it.each(bad)('refuses %s and says what was expected', (written, expected) => {
    const parsed = parseRtuEndpoint(written);
    if (parsed.ok) throw new Error('was read');
    expect(say(parsed.because, 'zh')).toContain(written);
    expect(say(parsed.because, 'zh').replace(written, '')).toContain(expected);
    expect(say(parsed.because, 'en')).toContain(written);
  });
});
