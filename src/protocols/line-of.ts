import type { Endpoint } from './target.ts';

/**
 * The line that several controllers may share behind this endpoint, and that takes one master at a time: a serial port, or
 * a serial server. Undefined where every controller has a connection of its own.
 */
export function lineOf(endpoint: Endpoint): string | undefined {
  if (endpoint.protocol !== 'modbus-rtu') return undefined;
  const { line } = endpoint;
  return line.by === 'serial' ? line.path : `${line.host}:${line.port}`;
}
