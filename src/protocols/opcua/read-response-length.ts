/**
 * How many bytes of a decrypted message body a ReadResponse takes (Part 6 §5.2); undefined for any other message and for
 * bytes that are no whole ReadResponse. The library leaves what stands behind it unread. Total: never throws.
 */
export function readResponseLength(body: Buffer): number | undefined {
  const walk = new Walk(body);
  // NodeId of the encoding: four bytes, namespace 0, 634.
  if (body.length < 4 || body.readUInt32LE(0) !== 0x027a_0001) return undefined;
  walk.skip(4);
  walk.responseHeader();
  walk.list(() => walk.dataValue());
  walk.list(() => walk.diagnosticInfo());
  return walk.isWhole ? walk.at : undefined;
}

/** Bytes of the built-in types of one length, by their number (Part 6 §5.1.2). */
const fixed: Readonly<Record<number, number>> = {
  0: 0,
  1: 1,
  2: 1,
  3: 1,
  4: 2,
  5: 2,
  6: 4,
  7: 4,
  8: 8,
  9: 8,
  10: 4,
  11: 8,
  13: 8,
  14: 16,
  19: 4,
};

const deepest = 32;

/** Walks over encoded values; whatever runs out of bytes, or is no encoding, ends it as not whole. */
class Walk {
  at = 0;
  isWhole = true;
  readonly #body: Buffer;
  #depth = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  skip(bytes: number): void {
    this.at += bytes;
    if (this.at > this.#body.length) this.isWhole = false;
  }

  list(one: () => void): void {
    const count = this.#int32();
    for (let index = 0; index < count && this.isWhole; index++) one();
  }

  responseHeader(): void {
    this.skip(16);
    this.diagnosticInfo();
    this.list(() => this.#text());
    this.#extensionObject();
  }

  dataValue(): void {
    this.#nested(() => {
      const mask = this.#byte();
      if ((mask & 0x01) !== 0) this.#variant();
      if ((mask & 0x02) !== 0) this.skip(4);
      if ((mask & 0x04) !== 0) this.skip(8);
      if ((mask & 0x08) !== 0) this.skip(8);
      if ((mask & 0x10) !== 0) this.skip(2);
      if ((mask & 0x20) !== 0) this.skip(2);
    });
  }

  diagnosticInfo(): void {
    this.#nested(() => {
      const mask = this.#byte();
      for (const bit of [0x01, 0x02, 0x04, 0x08]) if ((mask & bit) !== 0) this.skip(4);
      if ((mask & 0x10) !== 0) this.#text();
      if ((mask & 0x20) !== 0) this.skip(4);
      if ((mask & 0x40) !== 0) this.diagnosticInfo();
    });
  }

  #variant(): void {
    this.#nested(() => {
      const encoding = this.#byte();
      const type = encoding & 0x3f;
      if ((encoding & 0x80) === 0) {
        this.#scalar(type);
        return;
      }
      const size = fixed[type];
      if (size === undefined) this.list(() => this.#scalar(type));
      else this.skip(Math.max(0, this.#int32()) * size);
      if ((encoding & 0x40) !== 0) this.skip(Math.max(0, this.#int32()) * 4);
    });
  }

  #scalar(type: number): void {
    const size = fixed[type];
    if (size !== undefined) {
      this.skip(size);
      return;
    }
    if (type === 20) this.skip(2);
    // Text, bytes, XML, and what later versions may add, which is written like bytes.
    const walk = this.#ofType[type] ?? (() => this.#text());
    walk();
  }

  /** Types of no fixed length that are not written like text; a qualified name is an index and a text. */
  readonly #ofType: Readonly<Record<number, () => void>> = {
    17: () => this.#nodeId(),
    18: () => this.#nodeId(),
    21: () => this.#localizedText(),
    22: () => this.#extensionObject(),
    23: () => this.dataValue(),
    24: () => this.#variant(),
    25: () => this.diagnosticInfo(),
  };

  #nodeId(): void {
    const encoding = this.#byte();
    switch (encoding & 0x3f) {
      case 0:
        this.skip(1);
        break;
      case 1:
        this.skip(3);
        break;
      case 2:
        this.skip(6);
        break;
      case 3:
      case 5:
        this.skip(2);
        this.#text();
        break;
      case 4:
        this.skip(18);
        break;
      default:
        this.isWhole = false;
    }
    if ((encoding & 0x80) !== 0) this.#text();
    if ((encoding & 0x40) !== 0) this.skip(4);
  }

  #localizedText(): void {
    const mask = this.#byte();
    if ((mask & 0x01) !== 0) this.#text();
    if ((mask & 0x02) !== 0) this.#text();
  }

  #extensionObject(): void {
    this.#nodeId();
    if (this.#byte() !== 0) this.#text();
  }

  #text(): void {
    const length = this.#int32();
    if (length > 0) this.skip(length);
  }

  #nested(inner: () => void): void {
    this.#depth += 1;
    if (this.#depth > deepest) this.isWhole = false;
    if (this.isWhole) inner();
    this.#depth -= 1;
  }

  #byte(): number {
    const at = this.at;
    this.skip(1);
    return this.isWhole ? this.#body.readUInt8(at) : 0;
  }

  #int32(): number {
    const at = this.at;
    this.skip(4);
    return this.isWhole ? this.#body.readInt32LE(at) : 0;
  }
}
