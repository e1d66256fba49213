import type { modbus as zh } from '../zh/modbus.ts';

export const modbus = {
  'modbus.endpoint-form':
    'unknown Modbus endpoint "{written}", expected modbus://host[:502]?unit=N, for example modbus://192.0.2.30:502?unit=1',
  'modbus.endpoint-unit-missing': 'endpoint "{written}" names no unit; it cannot be guessed, add ?unit=0 to 255',
  'modbus.endpoint-unit-range': 'the unit of endpoint "{written}" must be a whole number from 0 to 255, not "{unit}"',
  'modbus.endpoint-port-range': 'the port of endpoint "{written}" must be 1 to 65535',
  'modbus.endpoint-parameter': 'endpoint "{written}" has a parameter "{parameter}" that is not known; only unit, once',
  'modbus.address-form':
    'unknown Modbus address "{written}"; expected 40001, 400001, 30001, 10001, 00001 (counted from 1), or holding:0, input:12, discrete:4, coil:3 (counted from 0), and 40008.3 for a bit in a register',
  'modbus.address-needs-mapping':
    '"{written}" is a device number inside the PLC, not a Modbus address; look it up in the Modbus mapping table of its manual and write it as 40001 or holding:0',
  'modbus.address-range':
    '"{written}" is outside the Modbus address range: {type} takes {count} {item}, of which the last may be at most 65535 (counted from 0)',
  'modbus.item-register': 'register(s)',
  'modbus.item-bit': 'bit',
  'modbus.bit-range': 'the bit in "{written}" must be 0 to 15',
  'modbus.bit-in-bit-table': '"{written}" is a coil or discrete input, a bit already; it has no bit number',
  'modbus.bit-missing': '"{written}" is a register of 16 bits; for type bool say which one, for example {written}.0',
  'modbus.bit-not-bool': '"{written}" names one bit, so its type must be bool, not {type}',
  'modbus.bit-table-not-bool': '"{written}" is a coil or discrete input, so its type can only be bool, not {type}',
  'modbus.no-eight-bits':
    '"{written}" is a register of 16 bits, there is no {type}; by the manual use int16, uint16, or a bit in the register',
} satisfies Record<keyof typeof zh, string>;
