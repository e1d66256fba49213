import type { PointAddress } from '../address.ts';
import type { Value } from '../data-type.ts';

/** What the child process is asked: where the relay listens on 127.0.0.1, whom to speak to behind it, and what to read. */
export type WitnessQuestion = {
  readonly port: number;
  readonly timeoutMs: number;
  /** With the word order that applies, where one does. */
  readonly points: readonly PointAddress[];
} & (
  | { readonly protocol: 'modbus'; readonly unit: number }
  | { readonly protocol: 's7'; readonly rack: number; readonly slot: number }
);

/** What the child says of one point: its value, or the library's own words about why there is none. */
export type WitnessSaid =
  | { readonly tag: string; readonly value: Value }
  | { readonly tag: string; readonly unreadable: string };

/** Whether a message of the child is an answer about a point. It comes from another process, so nothing is taken for granted. */
export function isWitnessSaid(message: unknown): message is WitnessSaid {
  if (typeof message !== 'object' || message === null || !('tag' in message) || typeof message.tag !== 'string') {
    return false;
  }
  if ('unreadable' in message) return typeof message.unreadable === 'string';
  return 'value' in message && ['boolean', 'number', 'bigint', 'string'].includes(typeof message.value);
}
