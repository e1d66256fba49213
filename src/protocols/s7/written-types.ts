import type { DataType } from '../data-type.ts';

/** The letters of STEP 7 say a width, the names of nodes7, telegraf and IEC 61131-3 mostly a type. */
const widths: Readonly<Record<string, readonly DataType[]>> = {
  X: ['bool'],
  B: ['int8', 'uint8', 'string'],
  W: ['int16', 'uint16'],
  D: ['int32', 'uint32', 'float32'],
  L: ['int64', 'uint64', 'float64'],
};

const names: Readonly<Record<string, readonly DataType[]>> = {
  BOOL: ['bool'],
  BYTE: ['int8', 'uint8'],
  SINT: ['int8'],
  USINT: ['uint8'],
  WORD: ['int16', 'uint16'],
  I: ['int16'],
  INT: ['int16'],
  UINT: ['uint16'],
  DW: ['int32', 'uint32'],
  DWORD: ['int32', 'uint32'],
  DI: ['int32'],
  DINT: ['int32'],
  UDINT: ['uint32'],
  R: ['float32'],
  REAL: ['float32'],
  LWORD: ['int64', 'uint64'],
  LI: ['int64'],
  LINT: ['int64'],
  ULINT: ['uint64'],
  LR: ['float64'],
  LREAL: ['float64'],
  S: ['string'],
  STRING: ['string'],
};

/** The types that a letter or type name in an address allows; undefined where it is no such word. */
export function typesFitting(written: string, area: 'DB' | 'M' | 'I' | 'Q'): readonly DataType[] | undefined {
  if (area === 'DB') return written.startsWith('DB') ? widths[written.slice(2)] : (names[written] ?? widths[written]);
  return written === '' ? widths['X'] : (names[written] ?? widths[written]);
}
