import { text } from '../../messages/index.ts';
import type { Parsed } from '../parsed.ts';
import type { Endpoint } from '../target.ts';

const form =
  /^modbus:\/\/(?:\[(?<ipv6>[0-9A-Fa-f:.]+)\]|(?<name>[A-Za-z0-9.-]+))(?::(?<port>\d{1,5}))?\/?(?:\?(?<query>[^#]*))?$/;

/** Reads `modbus://host[:502]?unit=1`. The unit is never assumed: 0, 1 and 255 are different devices behind a gateway. */
export function parseModbusEndpoint(written: string): Parsed<Extract<Endpoint, { protocol: 'modbus' }>> {
  const groups = form.exec(written)?.groups;
  const host = groups?.['ipv6'] ?? groups?.['name'];
  if (host === undefined) return { ok: false, because: text('modbus.endpoint-form', { written }) };

  const port = Number(groups?.['port'] ?? 502);
  if (port < 1 || port > 65_535) return { ok: false, because: text('modbus.endpoint-port-range', { written }) };

  const parameters = [...new URLSearchParams(groups?.['query'] ?? '')];
  const [first, second] = parameters;
  const stray = first?.[0] === 'unit' ? second : first;
  if (stray !== undefined) {
    return { ok: false, because: text('modbus.endpoint-parameter', { written, parameter: stray[0] }) };
  }
  if (first === undefined) return { ok: false, because: text('modbus.endpoint-unit-missing', { written }) };

  const [, unit] = first;
  if (!/^\d{1,3}$/.test(unit) || Number(unit) > 255) {
    return { ok: false, because: text('modbus.endpoint-unit-range', { written, unit }) };
  }
  return { ok: true, value: { protocol: 'modbus', url: written, host, port, unit: Number(unit) } };
}
