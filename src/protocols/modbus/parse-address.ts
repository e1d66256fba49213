import { type MessageKey, type Text, text } from '../../messages/index.ts';
import type { ModbusAddress } from '../address.ts';
import { type DataType, widthOf } from '../data-type.ts';
import type { Parsed } from '../parsed.ts';
import { type Table, tables } from './table.ts';

/** First digit of the classic five- and six-digit forms, which count from 1. */
const tableOfDigit = new Map<string, Table>([
  ['0', 'coil'],
  ['1', 'discrete'],
  ['3', 'input'],
  ['4', 'holding'],
]);

const tableNames = ['coil', 'discrete', 'input', 'holding'] as const;

const classicForm = /^(?<digit>[0134])(?<number>\d{4}|\d{5})(?:\.(?<bit>\d+))?$/;
const namedForm = /^(?<name>[a-z]+):(?<number>\d{1,5})(?:\.(?<bit>\d+))?$/;
/** How PLC programs name their devices: D1000, M300, %MW20, X0, HR100. */
const deviceForm = /^%?[A-Za-z]{1,3}\d/;

/**
 * Reads a Modbus address: `40001`, `400001`, `30001`, `10001`, `00001` count from 1; `holding:0`, `input:12`, `discrete:4`,
 * `coil:3` count from 0; `.3` behind a register is a bit in it. The type must fit the table, and the value must end within it.
 */
export function parseModbusAddress(written: string, type: DataType): Parsed<ModbusAddress> {
  const found = classicAddress(written) ?? namedAddress(written);
  if (found === undefined) {
    return fault(deviceForm.test(written) ? 'modbus.address-needs-mapping' : 'modbus.address-form', { written });
  }
  const because = misfit(found, written, type);
  if (because !== undefined) return { ok: false, because };
  const { table, offset, bit } = found;
  return { ok: true, value: { protocol: 'modbus', table, offset, ...(bit === undefined ? {} : { bit }) } };
}

interface Found {
  readonly table: Table;
  readonly offset: number;
  readonly bit: number | undefined;
}

function classicAddress(written: string): Found | undefined {
  const groups = classicForm.exec(written)?.groups;
  const table = tableOfDigit.get(groups?.['digit'] ?? '');
  const number = Number(groups?.['number']);
  if (table === undefined || number === 0) return undefined;
  return { table, offset: number - 1, bit: bitOf(groups?.['bit']) };
}

function namedAddress(written: string): Found | undefined {
  const groups = namedForm.exec(written)?.groups;
  const table = tableNames.find((name) => name === groups?.['name']);
  if (table === undefined) return undefined;
  return { table, offset: Number(groups?.['number']), bit: bitOf(groups?.['bit']) };
}

function bitOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function misfit({ table, offset, bit }: Found, written: string, type: DataType): Text | undefined {
  const { item } = tables[table];
  if (item === 'bit') {
    if (bit !== undefined) return text('modbus.bit-in-bit-table', { written });
    if (type !== 'bool') return text('modbus.bit-table-not-bool', { written, type });
  } else {
    if (type === 'int8' || type === 'uint8') return text('modbus.no-eight-bits', { written, type });
    if (bit !== undefined && type !== 'bool') return text('modbus.bit-not-bool', { written, type });
    if (bit === undefined && type === 'bool') return text('modbus.bit-missing', { written });
    if (bit !== undefined && bit > 15) return text('modbus.bit-range', { written });
  }
  // How long a string is stands beside its address; here only its first register is known.
  const count = item === 'bit' || type === 'bool' || type === 'string' ? 1 : widthOf[type] / 2;
  if (offset + count > 65_536) {
    return text('modbus.address-range', { written, type, count, item: text(`modbus.item-${item}`) });
  }
  return undefined;
}

function fault(key: MessageKey, values: { readonly written: string }): Parsed<never> {
  return { ok: false, because: text(key, values) };
}
