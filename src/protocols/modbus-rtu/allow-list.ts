/** Read coils, discrete inputs, holding registers, input registers. Nothing else is asked of a serial line. */
const readingFunctions: ReadonlySet<number | undefined> = new Set([1, 2, 3, 4]);
const requestBytes = 8;

/**
 * Names what in the bytes is not a single, whole, reading RTU request (unit, function 1 to 4, address, count, CRC); undefined
 * when all of it is. The exact length is part of it: nothing can ride behind an allowed request. Unit 0 is a broadcast.
 */
export function forbiddenInRtu(frame: Uint8Array): string | undefined {
  const [unit, functionCode] = frame;
  if (functionCode === undefined) return `a frame of ${frame.length} bytes`;
  if (!readingFunctions.has(functionCode)) return `FC${functionCode}`;
  if (unit === 0) return 'a broadcast';
  return frame.length === requestBytes ? undefined : `FC${functionCode} in a frame of ${frame.length} bytes`;
}
