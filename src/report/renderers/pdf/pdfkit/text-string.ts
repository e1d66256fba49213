/** A text string of a dictionary: ASCII in brackets, anything else as UTF-16 with its mark. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  return `<feff${utf16.toString('hex')}>`;
}
