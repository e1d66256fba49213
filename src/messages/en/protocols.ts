import type { protocols as zh } from '../zh/protocols.ts';

export const protocols = {
  'protocols.endpoint-scheme':
    'unknown endpoint "{written}", expected opc.tcp://host:port, modbus://host:502?unit=1 or s7://host?rack=0&slot=2',
} satisfies Record<keyof typeof zh, string>;
