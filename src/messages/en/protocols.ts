import type { protocols as zh } from '../zh/protocols.ts';

export const protocols = {
  'protocols.endpoint-scheme':
    'unknown endpoint "{written}", expected opc.tcp://host:port, modbus://host:502?unit=1, modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&stop=1, modbus-rtu-tcp://host:port?unit=1 or s7://host?rack=0&slot=2',
  'protocols.fault-timeout-connect': 'no connection within {seconds} s',
  'protocols.fault-timeout-handshake': 'no answer to the handshake within {seconds} s',
  'protocols.fault-timeout-read': 'no answer to a read within {seconds} s',
  'protocols.fault-unreachable': 'not reachable ({code})',
  'protocols.fault-refused': 'refused by the device ({name}, {code})',
  'protocols.fault-no-such-address': 'no such address ({name}, {code})',
  'protocols.fault-access-denied': 'access denied ({name}, {code})',
  'protocols.fault-not-served': 'not served by the device ({name}, {code})',
  'protocols.fault-busy': 'device busy ({name}, {code})',
  'protocols.fault-malformed-reply': 'reply breaks the protocol ({what}), connection dropped',
  'protocols.fault-undecodable': 'cannot be decoded ({what})',
  'protocols.fault-stopped-breaker': 'stopped after repeated errors',
  'protocols.fault-stopped-budget': 'stopped at the traffic budget',
  'protocols.fault-stopped-operator': 'stopped by the operator',
} satisfies Record<keyof typeof zh, string>;
