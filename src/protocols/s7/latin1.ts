/** The text of bytes of ISO 8859-1, one character each; total, and never changes a byte. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
