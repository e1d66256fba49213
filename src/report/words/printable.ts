// Checked against the embedded faces by a test: everything named here has a glyph (or is drawn raised or lowered).
const printableCharacter =
  /[\x20-\x7e\xa0-\xff\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0401\u0410-\u044f\u0451\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2030\u2070\u2074-\u2079\u207a\u207b\u2080-\u208b\u2103\u2109\u2126\u2160-\u216b\u2190-\u2193\u221a\u221e\u2248\u2260\u2264\u2265\u2460-\u2473\u3000-\u303f\u3380-\u33df\u3400-\u4db5\u4e00-\u9fef\uff01-\uff5e]/u;

/**
 * Text that a device had a part in, safe to print: a character that a page or a terminal may not have is written as
 * `\u{1b}`, so that no controller can make a report impossible or send escape codes.
 */
export function printable(received: string): string {
  return [...received]
    .map((character) =>
      printableCharacter.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    )
    .join('');
}
