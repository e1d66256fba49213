/** `/Name`. */
export class PdfName {
  constructor(readonly name: string) {}
}

/** A string as its bytes, however it was written. */
export class PdfString {
  constructor(readonly bytes: Uint8Array) {}

  /** A text string: ASCII as it is, anything else as UTF-16 with its mark. */
  static of(text: string): PdfString {
    if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(Buffer.from(text, 'latin1'));
    return new PdfString(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
  }

  /** The text of a text string; UTF-16 where it carries the mark, else one character a byte. */
  text(): string {
    const bytes = Buffer.from(this.bytes);
    return bytes[0] === 0xfe && bytes[1] === 0xff
      ? bytes
          .subarray(2, bytes.length - (bytes.length % 2))
          .swap16()
          .toString('utf16le')
      : bytes.toString('latin1');
  }
}

/** `12 0 R`. */
export class PdfReference {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

/** Bytes that are written as they are: the parts of a signature that are filled in later. */
export class PdfRaw {
  constructor(readonly text: string) {}
}

export type PdfDictionary = ReadonlyMap<string, PdfObject>;

export class PdfStream {
  constructor(
    readonly dictionary: PdfDictionary,
    /** As they stand in the file, still encoded. */
    readonly bytes: Uint8Array,
  ) {}
}

export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfRaw
  | PdfStream
  | PdfDictionary
  | readonly PdfObject[];

/** True for a dictionary, false for a stream. */
export function isDictionary(object: PdfObject | undefined): object is PdfDictionary {
  return object instanceof Map;
}

/** The bytes of an object, always written in the same way. */
export function writeObject(object: PdfObject): Uint8Array {
  if (object instanceof PdfStream) {
    const dictionary = new Map(object.dictionary).set('Length', object.bytes.length);
    return Buffer.concat([Buffer.from(`${written(dictionary)}\nstream\n`), object.bytes, Buffer.from('\nendstream')]);
  }
  return Buffer.from(written(object), 'latin1');
}

function written(object: PdfObject): string {
  if (object === null) return 'null';
  if (typeof object === 'boolean') return String(object);
  if (typeof object === 'number')
    return Number.isInteger(object) ? String(object) : object.toFixed(4).replace(/0+$/, '');
  if (object instanceof PdfName) return `/${escapeName(object.name)}`;
  if (object instanceof PdfString) return `<${Buffer.from(object.bytes).toString('hex')}>`;
  if (object instanceof PdfReference) return `${object.number} ${object.generation} R`;
  if (object instanceof PdfRaw) return object.text;
  if (object instanceof PdfStream) throw new Error('a stream stands by itself');
  if (isDictionary(object)) {
    return `<< ${[...object].map(([key, value]) => `/${escapeName(key)} ${written(value)}`).join(' ')} >>`;
  }
  return `[${object.map(written).join(' ')}]`;
}

function escapeName(name: string): string {
  return name.replace(/[^!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/g, (sign) => {
    return `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
