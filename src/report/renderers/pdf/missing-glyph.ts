/** Thrown when the embedded face has no glyph for a character: an empty box on an order would be read as something else. */
export class MissingGlyph extends Error {
  readonly character: string;

  constructor(character: string, within: string) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    super(`the report's font has no glyph for "${character}" (U+${code}) in "${within}"`);
    this.name = 'MissingGlyph';
    this.character = character;
  }
}
