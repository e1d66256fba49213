import { text } from '../messages/index.ts';
import { parseFileEndpoint } from './file/parse-endpoint.ts';
import { parseModbusEndpoint } from './modbus/parse-endpoint.ts';
import { parseRtuEndpoint } from './modbus-rtu/parse-endpoint.ts';
import { parseOpcuaEndpoint } from './opcua/parse-endpoint.ts';
import type { Parsed } from './parsed.ts';
import { parseS7Endpoint } from './s7/parse-endpoint.ts';
import type { Endpoint } from './target.ts';

/** Reads an endpoint of a plant file by its scheme: `opc.tcp://`, `modbus://`, `modbus-rtu://`, `modbus-rtu-tcp://`, `s7://`, `file:`. Loads no protocol stack. */
export function parseEndpoint(written: string): Parsed<Endpoint> {
  if (written.startsWith('opc.tcp://')) return parseOpcuaEndpoint(written);
  if (written.startsWith('modbus://')) return parseModbusEndpoint(written);
  if (/^modbus-rtu(-tcp)?:/.test(written)) return parseRtuEndpoint(written);
  if (written.startsWith('s7://')) return parseS7Endpoint(written);
  if (written.startsWith('file:')) return parseFileEndpoint(written);
  return { ok: false, because: text('protocols.endpoint-scheme', { written }) };
}
