import stringWidth from 'string-width';

/** Columns that a text takes on a terminal: wide characters count twice, combining marks not at all. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}
