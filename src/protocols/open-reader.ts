import type { Reader, ReaderWiring } from './reader.ts';
import type { Target } from './target.ts';

/** Loads the protocol of the target (the OPC UA stack costs half a second, so only when needed) and opens its reader. */
export async function openReader(target: Target, wiring: ReaderWiring): Promise<Reader> {
  switch (target.endpoints[0].protocol) {
    case 'file':
      return (await import('./file/index.ts')).openFileReader(target, wiring);
    case 'opcua':
      return (await import('./opcua/index.ts')).openOpcuaReader(target, wiring);
    case 'modbus':
      return (await import('./modbus/index.ts')).openModbusReader(target, wiring);
    case 'modbus-rtu':
      return (await import('./modbus-rtu/index.ts')).openModbusRtuReader(target, wiring);
    case 's7':
      return (await import('./s7/index.ts')).openS7Reader(target, wiring);
  }
}
