import type { s7 as zh } from '../zh/s7.ts';

export const s7 = {
  's7.address-form':
    'unknown S7 address "{written}", expected e.g. DB10.DBD4, DB10.DBX0.3, MW20, M30.1, I0.1, DB1,REAL4 or DB1.X5.2',
  's7.address-type':
    'address "{written}" as written ({letter}) can only be {fitting}, but the point is declared {type}',
  's7.address-bit': 'address "{written}" needs a bit number from 0 to 7, e.g. DB10.DBX0.3 or M30.1',
  's7.address-array': 'address "{written}" must not end in ".{rest}": a point is one value, arrays are not read',
  's7.address-string-length': 'address "{written}": the length of a string must be 1 to 254',
  's7.address-db': 'address "{written}": the DB number must be 1 to 65535',
  's7.address-byte': 'address "{written}" lies beyond the 65536 bytes of an area',
  's7.endpoint-form':
    'unknown S7 endpoint "{written}", expected s7://host?rack=0&slot=3 (s7://host:port?… where the port is not 102)',
  's7.endpoint-missing':
    'S7 endpoint "{written}" lacks {parameter}: rack and slot must both be given, they are never guessed',
  's7.endpoint-range': 'S7 endpoint "{written}": {parameter} must be 0 to {highest}, not "{value}"',
  's7.endpoint-unknown':
    'S7 endpoint "{written}" has an unknown parameter "{parameter}": only rack and slot, once each',
} satisfies Record<keyof typeof zh, string>;
