import type { browse as zh } from '../zh/browse.ts';

export const browse = {
  'browse.verb': 'list the address space of an OPC UA server, reading only, as a draft of a point list',
  'browse.argument-endpoint': 'OPC UA endpoint (opc.tcp://host:port)',
  'browse.option-json': 'write JSON to standard output',
  'browse.option-csv': 'write CSV to standard output',
  'browse.only-opcua': 'only OPC UA has an address space, {protocol} has none',
  'browse.no-answer': '{url}: {fault}',
  'browse.unseen': 'not seen below {path}: {fault}',
  'browse.not-whole': 'too many nodes; only the first {nodes} are listed',
  'browse.count': '{nodes} nodes in all, {requests} requests, write requests 0',
} satisfies Record<keyof typeof zh, string>;
