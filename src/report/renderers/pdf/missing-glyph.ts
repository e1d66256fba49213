/** Thrown when the embedded face has no glyph for a character: an empty box on an order would be read as something else. */
export class MissingGlyph extends Error {
  readonly character: string;
  /** `U+1F3ED` */
  readonly code: string;
  /** The text that it stands in. */
  readonly within: string;

  constructor(character: string, within: string) {
    const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    super(`the report's font has no glyph for "${character}" (U+${digits}) in "${within}"`);
    this.name = 'MissingGlyph';
    this.character = character;
    this.code = `U+${digits}`;
    this.within = within;
  }
}
