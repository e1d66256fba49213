import type { Quality } from '../observation.ts';

const words: readonly (readonly [Quality, RegExp])[] = [
  ['bad', /^(bad|坏|差|无效|invalid|comm|not connected|device failure|故障)/i],
  ['uncertain', /^(uncertain|questionable|suspect|可疑|不确定|未知|sub-normal|last usable)/i],
  ['good', /^(good|好|良好|正常|有效|valid|ok|local override)/i],
];

/** What a quality cell says: OPC DA numbers by their two high bits, else words. What nobody knows is uncertain, never good. */
export function parseQuality(written: string): Quality {
  const plain = written.normalize('NFKC').trim();
  const number = /^(0x[0-9a-f]+|\d+)$/i.test(plain) ? Number(plain) : undefined;
  if (number !== undefined) return (number & 0xc0) === 0xc0 ? 'good' : (number & 0xc0) === 0x40 ? 'uncertain' : 'bad';
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'uncertain';
}
