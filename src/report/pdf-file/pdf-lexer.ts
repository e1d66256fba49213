import { type PdfDictionary, PdfName, type PdfObject, PdfReference, PdfString } from './pdf-object.ts';

const space = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));

/** Reads PDF objects from bytes, one after another (ISO 32000-1 §7.3). Anything that is no object throws, with its offset. */
export class PdfLexer {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  /** The next object. `1 0 R` is read as one reference. */
  object(): PdfObject {
    const value = this.value();
    if (typeof value !== 'object' || value === null || !('keyword' in value)) return value;
    throw this.error(`an object, not ${value.keyword}`);
  }

  /** The next object, or an operator or other keyword as such; undefined at the end. */
  token(): PdfObject | { readonly keyword: string } | undefined {
    this.skipSpace();
    return this.at >= this.bytes.length ? undefined : this.value();
  }

  /** Reads a keyword, or throws. */
  expect(keyword: string): void {
    const found = this.token();
    const isKeyword = typeof found === 'object' && found !== null && 'keyword' in found && found.keyword === keyword;
    if (!isKeyword) throw this.error(keyword);
  }

  error(expected: string): Error {
    return new Error(`PDF, byte ${this.at}: expected ${expected}`);
  }

  private value(): PdfObject | { readonly keyword: string } {
    this.skipSpace();
    const first = this.bytes[this.at];
    if (first === undefined) throw this.error('an object');
    switch (String.fromCharCode(first)) {
      case '/':
        this.at += 1;
        return new PdfName(this.word().replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
      case '(':
        return this.literalString();
      case '[':
        return this.array();
      case '<':
        return this.bytes[this.at + 1] === 0x3c ? this.dictionary() : this.hexString();
      default:
        return this.numberOrKeyword();
    }
  }

  private numberOrKeyword(): PdfObject | { readonly keyword: string } {
    const word = this.word();
    if (word === '') throw this.error('an object');
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) {
      const reference = /^\d+$/.test(word) ? this.referenceAfter(Number(word)) : undefined;
      return reference ?? Number(word);
    }
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { keyword: word };
  }

  private referenceAfter(number: number): PdfReference | undefined {
    const ahead = Buffer.from(this.bytes.subarray(this.at, this.at + 16)).toString('latin1');
    const match = /^[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(ahead);
    if (match === null) return undefined;
    this.at += match[0].length;
    return new PdfReference(number, Number(match[1]));
  }

  private array(): readonly PdfObject[] {
    this.at += 1;
    const items: PdfObject[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x5d) break;
      items.push(this.object());
    }
    this.at += 1;
    return items;
  }

  private dictionary(): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      const key = this.object();
      if (!(key instanceof PdfName)) throw this.error('a name as key');
      entries.set(key.name, this.object());
    }
    this.at += 2;
    return entries;
  }

  private hexString(): PdfString {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw this.error('the end of a string');
    const digits = Buffer.from(this.bytes.subarray(this.at + 1, end))
      .toString('latin1')
      .replace(/\s/g, '');
    if (!/^[0-9a-f]*$/i.test(digits)) throw this.error('hexadecimal digits');
    this.at = end + 1;
    return new PdfString(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
  }

  private literalString(): PdfString {
    const out: number[] = [];
    let depth = 0;
    for (this.at += 1; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x5c) {
        this.at += 1;
        out.push(...this.escaped());
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29) {
        if (depth === 0) {
          this.at += 1;
          return new PdfString(Uint8Array.from(out));
        }
        depth -= 1;
      }
      out.push(byte);
    }
    throw this.error('the end of a string');
  }

  private escaped(): readonly number[] {
    const sign = String.fromCharCode(this.bytes[this.at] ?? 0);
    const control: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
    if (sign === '\n') return [];
    if (sign === '\r') {
      if (this.bytes[this.at + 1] === 10) this.at += 1;
      return [];
    }
    const octal = /^[0-7]{1,3}/.exec(Buffer.from(this.bytes.subarray(this.at, this.at + 3)).toString('latin1'));
    if (octal !== null) {
      this.at += octal[0].length - 1;
      return [Number.parseInt(octal[0], 8) & 0xff];
    }
    return [control[sign] ?? sign.charCodeAt(0)];
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0;
      if (space.has(byte) || delimiters.has(byte)) break;
      this.at += 1;
    }
    return Buffer.from(this.bytes.subarray(start, this.at)).toString('latin1');
  }

  private skipSpace(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x25) while (this.at + 1 < this.bytes.length && !isLineEnd(this.bytes[this.at + 1])) this.at += 1;
      else if (!space.has(byte)) return;
    }
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}
