/** The part of pdfkit's document that its file goes through; private there, so it is looked at before it is trusted. */
export interface Internals {
  /** Offset of each object by its number less one; null = not written yet. */
  readonly _offsets: (number | null)[];
  _offset: number;
  readonly _root: { readonly id: number };
  readonly _info: { readonly id: number };
  readonly _id: Uint8Array;
  readonly info: Readonly<Record<string, unknown>>;
  _write(data: string | Uint8Array): void;
  _finalize(): void;
  _addInfo(): void;
  appendXML(xml: string): void;
  push(chunk: Uint8Array | null): boolean;
}

/** The document with what this module hooks into; a release of pdfkit that is built in another way throws. */
export function internalsOf(document: PDFKit.PDFDocument): Internals {
  const it: unknown = document;
  if (!hasInternals(it)) throw new Error('this release of pdfkit writes its file in another way');
  return it;
}

const methods = ['_write', '_finalize', '_addInfo', 'appendXML', 'push'];

function hasInternals(it: unknown): it is Internals {
  return (
    typeof it === 'object' &&
    it !== null &&
    Array.isArray(Reflect.get(it, '_offsets')) &&
    typeof Reflect.get(it, '_offset') === 'number' &&
    Reflect.get(it, '_id') instanceof Uint8Array &&
    typeof Reflect.get(Object(Reflect.get(it, '_root')), 'id') === 'number' &&
    methods.every((method) => typeof Reflect.get(it, method) === 'function')
  );
}
