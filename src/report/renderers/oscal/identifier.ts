import { createHash } from 'node:crypto';

/** An UUID (version 5 by its form) that is the same for the same audit and name: two exports of one record are one. */
export function identifierOf(chainHead: string, name: string): string {
  const hex = createHash('sha256').update(`${chainHead}\n${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A name as OSCAL's tokens want it: letters, digits, dot, dash and underscore, a letter first. */
export function tokenOf(name: string): string {
  const token = name.replace(/[^\p{L}\p{N}.\-_]/gu, '_');
  return /^[\p{L}_]/u.test(token) ? token : `_${token}`;
}

/** One line without space at its ends; a dash where nothing is left. */
export function lineOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '–' : line;
}
