import type { Checked } from './checked.ts';

/** A partial system status list: its records, each as long as the list says. */
export interface SystemStatusList {
  readonly id: number;
  readonly records: readonly Uint8Array[];
}

const headBytes = 8;

/** Takes the joined pieces of a reply apart; a list that is not the one asked for, or shorter than it says, is undecodable. */
export function parseSzl(bytes: Uint8Array, asked: number): Checked<SystemStatusList> {
  if (bytes.length < headBytes) return undecodable(`SZL of ${bytes.length} bytes`);
  const word = (at: number) => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  const [id, recordBytes, count] = [word(0), word(4), word(6)];
  if (id !== asked) return undecodable(`SZL ${hex(id)} for ${hex(asked)}`);
  if (headBytes + recordBytes * count > bytes.length)
    return undecodable(`SZL ${hex(id)} shorter than its ${count} records`);
  const recordAt = (index: number) =>
    bytes.subarray(headBytes + index * recordBytes, headBytes + (index + 1) * recordBytes);
  return { ok: true, value: { id, records: Array.from({ length: count }, (_, index) => recordAt(index)) } };
}

/** The number of a list as it is written: four hexadecimal digits. */
export function hex(id: number): string {
  return `0x${id.toString(16).padStart(4, '0')}`;
}

function undecodable(what: string): Checked<never> {
  return { ok: false, fault: { kind: 'undecodable', what } };
}
