import type { Address } from './address.ts';
import type { DataType } from './data-type.ts';
import { parseModbusAddress } from './modbus/parse-address.ts';
import { parseOpcuaAddress } from './opcua/parse-address.ts';
import type { Parsed } from './parsed.ts';
import { parseS7Address } from './s7/parse-address.ts';
import type { Protocol } from './target.ts';

/** Reads an address as the people of that protocol write it; the declared type must fit it. Pure, loads no protocol stack. */
export function parseAddress(protocol: Protocol, written: string, type: DataType): Parsed<Address> {
  switch (protocol) {
    case 'modbus':
    case 'modbus-rtu':
      return parseModbusAddress(written, type);
    case 'file':
      // Whatever a vendor calls an item; a tag that is read live elsewhere keeps its address.
      return { ok: true, value: { protocol: 'file', item: written } };
    case 'opcua':
      return parseOpcuaAddress(written, type);
    case 's7':
      return parseS7Address(written, type);
  }
}
