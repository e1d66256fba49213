import type { opcua as zh } from '../zh/opcua.ts';

export const opcua = {
  'opcua.address-form':
    '"{written}" is no OPC UA node, expected ns=2;s=Name, ns=3;i=1001, ns=2;g=GUID, ns=2;b=Base64 or nsu=<namespace URI>;s=Name',
  'opcua.address-namespace': 'the namespace index of "{written}" must be 0 to 65535',
  'opcua.address-numeric': 'the numeric identifier of "{written}" must be 0 to 4294967295',
  'opcua.address-guid': 'the GUID of "{written}" must be 8-4-4-4-12 hexadecimal digits',
  'opcua.address-opaque': 'the b= identifier of "{written}" must be Base64',
  'opcua.address-string': 'the s= identifier of "{written}" must have 1 to 4096 characters',
  'opcua.address-uri': 'in the namespace URI of "{written}" a % is written %25 and a ; is written %3B',
  'opcua.endpoint-form':
    '"{written}" is no OPC UA endpoint, expected opc.tcp://host:4840 or opc.tcp://host:4840/path, without user and password',
  'opcua.endpoint-port': 'the port of "{written}" must be 1 to 65535',
} satisfies Record<keyof typeof zh, string>;
