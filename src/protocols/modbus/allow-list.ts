import { mbapBytes, uint16At } from './frame.ts';

/** Length of the request PDU of every function that may leave, by function code. Nothing else does. */
const allowed: ReadonlyMap<number, number> = new Map([
  [1, 5], // read coils
  [2, 5], // read discrete inputs
  [3, 5], // read holding registers
  [4, 5], // read input registers
  [17, 1], // report server id
  [43, 4], // encapsulated interface, of which only read device identification
]);
const readDeviceIdentification = 14;

/**
 * Names what in the bytes is not a single, whole, reading request; undefined when all of it is. The exact length is part
 * of it, so that nothing can ride behind an allowed request.
 */
export function forbiddenIn(frame: Uint8Array): string | undefined {
  const functionCode = frame[mbapBytes + 1];
  if (functionCode === undefined) return `a frame of ${frame.length} bytes`;
  const pduLength = allowed.get(functionCode);
  if (pduLength === undefined) return `FC${functionCode}`;
  if (functionCode === 43 && frame[mbapBytes + 2] !== readDeviceIdentification) return `FC43/${frame[mbapBytes + 2]}`;
  const isExact = frame.length === mbapBytes + 1 + pduLength && uint16At(frame, 4) === 1 + pduLength;
  if (!isExact || uint16At(frame, 2) !== 0) return `FC${functionCode} in a frame of ${frame.length} bytes`;
  return undefined;
}
