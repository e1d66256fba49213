import { text } from '../../messages/index.ts';
import type { Parsed } from '../parsed.ts';
import type { Endpoint } from '../target.ts';

const form = /^opc\.tcp:\/\/(?<host>\[[0-9a-f:.]+\]|[^\s/:@[\]?#]+)(?::(?<port>\d+))?(?<path>\/[^\s]*)?$/i;

/** Reads `opc.tcp://host[:port][/path]`; the port is 4840 when none is written. Names no user: secrets stand elsewhere. */
export function parseOpcuaEndpoint(written: string): Parsed<Endpoint> {
  const { host, port = '4840', path = '' } = form.exec(written.trim())?.groups ?? {};
  if (host === undefined) return { ok: false, because: text('opcua.endpoint-form', { written }) };
  if (Number(port) < 1 || Number(port) > 65_535)
    return { ok: false, because: text('opcua.endpoint-port', { written }) };
  return { ok: true, value: { protocol: 'opcua', url: `opc.tcp://${host}:${Number(port)}${path}` } };
}
