import type { RtuLine } from '../target.ts';

/**
 * Milliseconds of silence that end a frame: 3.5 characters of 11 bits, and 1.75 ms above 19,200 baud (Modbus over Serial
 * Line 1.02, 2.5.1.1). A serial server keeps them itself.
 */
export function silentIntervalMs(line: RtuLine): number {
  if (line.by === 'tcp') return 0;
  return line.baud > 19_200 ? 1.75 : (3.5 * 11 * 1000) / line.baud;
}
