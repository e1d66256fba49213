import type { browse as zh } from '../zh/browse.ts';

export const browse = {
  'browse.verb': 'list the address space of an OPC UA server, reading only, as a draft of a point list',
  'browse.argument-endpoint':
    'OPC UA endpoint (opc.tcp://host:port, unencrypted and anonymous), or a plant file (with the security and log-in that it declares)',
  'browse.option-json': 'write JSON to standard output',
  'browse.option-csv': 'write CSV to standard output',
  'browse.option-controller': 'which OPC UA server of a plant file with several (id of the controller)',
  'browse.open-channel':
    'no plant file: looking over an unencrypted connection, anonymously. To look with the declared security write the plant file in place of the endpoint',
  'browse.controller-without-plant': '--controller goes with a plant file only',
  'browse.no-server': 'the plant file has no OPC UA controller',
  'browse.which-server': 'name one OPC UA controller with --controller: {servers}',
  'browse.only-opcua': 'only OPC UA has an address space, {protocol} has none',
  'browse.no-answer': '{url}: {fault}',
  'browse.unseen': 'not seen below {path}: {fault}',
  'browse.not-whole': 'too many nodes; only the first {nodes} are listed',
  'browse.count': '{nodes} nodes in all, {requests} requests, write requests 0',
} satisfies Record<keyof typeof zh, string>;
