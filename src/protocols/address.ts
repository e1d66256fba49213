import type { DataType, WordOrder } from './data-type.ts';

/** A Modbus address: the table and the 0-based number that goes on the wire. */
export interface ModbusAddress {
  readonly protocol: 'modbus';
  readonly table: 'coil' | 'discrete' | 'input' | 'holding';
  readonly offset: number;
  /** Bit of a register (0 to 15), for a bool in a holding or input register. */
  readonly bit?: number;
}

/** An S7 address by area and byte; symbolic access is not spoken. */
export interface S7Address {
  readonly protocol: 's7';
  readonly area: 'DB' | 'M' | 'I' | 'Q';
  readonly db?: number;
  readonly byte: number;
  readonly bit?: number;
  /** Characters reserved for a string, where the address itself says it (`DB10,S20.30`). */
  readonly length?: number;
}

/** An OPC UA node; with `namespaceUri` the index is looked up in the server's own table. */
export interface OpcuaAddress {
  readonly protocol: 'opcua';
  readonly nodeId: string;
  readonly namespaceUri?: string;
}

/** An item of an export, by the name that it has there; without one of that name, the point's tag is looked for. */
export interface FileAddress {
  readonly protocol: 'file';
  readonly item: string;
}

export type Address = ModbusAddress | S7Address | OpcuaAddress | FileAddress;

/** One value to read: where it stands and what it is. */
export interface PointAddress {
  readonly tag: string;
  readonly address: Address;
  readonly type: DataType;
  readonly wordOrder?: WordOrder;
  /** For strings: characters reserved in the device. */
  readonly length?: number;
}
