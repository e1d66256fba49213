import { type Text, text } from '../../messages/index.ts';
import type { Parsed } from '../parsed.ts';
import type { Endpoint, RtuLine } from '../target.ts';

type RtuEndpoint = Extract<Endpoint, { protocol: 'modbus-rtu' }>;

const form =
  /^modbus-rtu:\/\/(?:(?<path>\/[^?#]+)|localhost\/(?<com>COM\d+))\?(?<serial>[^#]*)$|^modbus-rtu-tcp:\/\/(?:\[(?<ipv6>[0-9A-Fa-f:.]+)\]|(?<name>[A-Za-z0-9.-]+)):(?<port>\d{1,5})\/?\?(?<tcp>[^#]*)$/;

/** What each parameter may be. Serial frames that are no 8 data bits do not exist in RTU. */
const allowed = {
  unit: (value: number) => value >= 1 && value <= 247,
  baud: (value: number) => value >= 300 && value <= 4_000_000,
  stop: (value: number) => value === 1 || value === 2,
  data: (value: number) => value === 8,
} as const;
const ofSerial = ['unit', 'baud', 'parity', 'stop', 'data'] as const;
const ofTcp = ['unit'] as const;

/**
 * Reads `modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&stop=1` (on Windows `modbus-rtu://localhost/COM3?...`)
 * and `modbus-rtu-tcp://host:port?unit=1`. Unit, baud and parity are never assumed: a wrong guess makes other stations
 * on the line hear noise. `stop` defaults to what the parity asks for (Modbus over Serial Line 1.02, 2.5.1).
 */
export function parseRtuEndpoint(written: string): Parsed<RtuEndpoint> {
  const groups = form.exec(written)?.groups;
  if (groups === undefined) return faulty('modbus-rtu.endpoint-form', { written });
  const isSerial = groups['serial'] !== undefined;
  const known: readonly string[] = isSerial ? ofSerial : ofTcp;
  const given = new Map<string, string>();
  for (const [parameter, value] of new URLSearchParams(groups['serial'] ?? groups['tcp'] ?? '')) {
    if (!known.includes(parameter) || given.has(parameter)) {
      return faulty('modbus-rtu.endpoint-parameter', { written, parameter, known: known.join(', ') });
    }
    const isFine =
      parameter === 'parity' ? /^(none|even|odd)$/.test(value) : isWhole(value) && isAllowed(parameter, Number(value));
    if (!isFine) return wrong(written, parameter, value);
    given.set(parameter, value);
  }
  const missing = (isSerial ? ['unit', 'baud', 'parity'] : ['unit']).find((parameter) => !given.has(parameter));
  if (missing !== undefined) return faulty('modbus-rtu.endpoint-missing', { written, parameter: missing });

  const port = Number(groups['port'] ?? 1);
  if (port < 1 || port > 65_535) return wrong(written, 'port', String(port));
  const line = isSerial ? serialLine(groups['path'] ?? groups['com'] ?? '', given) : undefined;
  const host = groups['ipv6'] ?? groups['name'] ?? '';
  const unit = Number(given.get('unit'));
  return { ok: true, value: { protocol: 'modbus-rtu', url: written, line: line ?? { by: 'tcp', host, port }, unit } };
}

function serialLine(path: string, given: ReadonlyMap<string, string>): RtuLine {
  const written = given.get('parity');
  const parity = written === 'even' || written === 'odd' ? written : 'none';
  const stop = given.get('stop');
  // 11 bits to a character, whatever the parity.
  const stopBits = stop === undefined ? (parity === 'none' ? 2 : 1) : stop === '2' ? 2 : 1;
  return { by: 'serial', path, baud: Number(given.get('baud')), parity, stopBits };
}

function isWhole(value: string): boolean {
  return /^\d{1,7}$/.test(value);
}

function isAllowed(parameter: string, value: number): boolean {
  switch (parameter) {
    case 'unit':
    case 'baud':
    case 'stop':
    case 'data':
      return allowed[parameter](value);
    default:
      return false;
  }
}

function wrong(written: string, parameter: string, value: string): Parsed<never> {
  switch (parameter) {
    case 'unit':
    case 'baud':
    case 'parity':
    case 'stop':
    case 'data':
    case 'port':
      return faulty('modbus-rtu.endpoint-value', {
        written,
        parameter,
        value,
        expected: text(`modbus-rtu.expected-${parameter}`),
      });
    default:
      throw new Error(`no parameter ${parameter}`);
  }
}

function faulty(key: Text['key'], values: NonNullable<Text['with']>): Parsed<never> {
  return { ok: false, because: text(key, values) };
}
