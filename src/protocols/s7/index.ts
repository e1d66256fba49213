export { forbiddenInS7 } from './allow-list.ts';
export { s7Hints } from './hints.ts';
export { openS7Reader } from './reader.ts';
export { tpktLengthOf } from './tpkt.ts';
