import { describe, expect, it } from 'vitest';
import { say } from '../../messages/index.ts';
import { parseS7Endpoint } from './parse-endpoint.ts';

describe('an S7 endpoint', () => {
  it.each([
    ['s7://192.0.2.20?rack=0&slot=3', '192.0.2.20', 102, 0, 3],
    ['s7://192.0.2.20:1102?rack=1&slot=2', '192.0.2.20', 1102, 1, 2],
    ['s7://sis-1.plant.example/?slot=31&rack=7', 'sis-1.plant.example', 102, 7, 31],
    ['s7://[2001:db8::1]:102?rack=0&slot=1', '2001:db8::1', 102, 0, 1],
  ])('%s', (written, host, port, rack, slot) => {
    expect(parseS7Endpoint(written)).toEqual({
      ok: true,
      value: { protocol: 's7', url: written, host, port, rack, slot },
    });
  });

  it.each([
    ['s7://', 's7.endpoint-form'],
    ['s7://?rack=0&slot=3', 's7.endpoint-form'],
    ['s7://host:0?rack=0&slot=3', 's7.endpoint-form'],
    ['s7://host:65536?rack=0&slot=3', 's7.endpoint-form'],
    ['s7://user@host?rack=0&slot=3', 's7.endpoint-form'],
    ['s7://host/db?rack=0&slot=3', 's7.endpoint-form'],
    ['modbus://host?rack=0&slot=3', 's7.endpoint-form'],
    ['s7://host', 's7.endpoint-missing'],
    ['s7://host?rack=0', 's7.endpoint-missing'],
    ['s7://host?slot=3', 's7.endpoint-missing'],
    ['s7://host?rack=8&slot=3', 's7.endpoint-range'],
    ['s7://host?rack=0&slot=32', 's7.endpoint-range'],
    ['s7://host?rack=-1&slot=3', 's7.endpoint-range'],
    ['s7://host?rack=&slot=3', 's7.endpoint-range'],
    ['s7://host?rack=0&slot=x', 's7.endpoint-range'],
    ['s7://host?rack=0&slot=3&slot=2', 's7.endpoint-unknown'],
    ['s7://host?rack=0&slot=3&unit=1', 's7.endpoint-unknown'],
  ])('not %s: %s', (written, key) => {
    const parsed = parseS7Endpoint(written);
    expect(parsed).toMatchObject({ ok: false, because: { key } });
    if (parsed.ok) return;
    expect(say(parsed.because, 'zh')).toContain(written);
    expect(say(parsed.because, 'en')).toContain(written);
  });
});
