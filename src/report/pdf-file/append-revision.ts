import { deflateSync } from 'node:zlib';
import type { PdfFile } from './pdf-file.ts';
import { PdfName, type PdfObject, PdfReference, PdfStream, writeObject } from './pdf-object.ts';

/** An object with its number: a new one, or one that replaces the older. */
export interface NumberedObject {
  readonly number: number;
  readonly object: PdfObject;
}

/**
 * The file with one more revision behind it; not one byte before it changes. The new table is of the kind that the file
 * has already, and `generation` numbers stay 0: files of ours never reuse a number.
 */
export function appendRevision(file: PdfFile, objects: readonly NumberedObject[]): Uint8Array {
  const [newest] = file.revisions;
  if (newest === undefined) throw new Error('a PDF without a trailer');
  const sorted = [...objects].sort((a, b) => a.number - b.number);
  const parts: Uint8Array[] = [file.bytes];
  let length = file.bytes.length;
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  if (file.bytes.at(-1) !== 10) add(Buffer.from('\n'));
  const offsets = new Map<number, number>();
  for (const { number, object } of sorted) {
    offsets.set(number, length);
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), writeObject(object), Buffer.from('\nendobj\n')]));
  }
  const keep = ['Root', 'Info', 'ID'].flatMap((key): [string, PdfObject][] => {
    const value = newest.trailer.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  const xref = length;
  if (newest.isStream) {
    const number = freeNumber(file, objects);
    const all = [...offsets, [number, xref] as const].sort((a, b) => a[0] - b[0]);
    const rows = Buffer.concat(all.map(([, offset]) => Buffer.from([1, ...bytesOf(offset, 5), 0])));
    const dictionary = new Map<string, PdfObject>([
      ['Type', new PdfName('XRef')],
      ['Size', number + 1],
      ['Index', sectionsOf(all.map(([each]) => each)).flat()],
      ['W', [1, 5, 1]],
      ['Prev', newest.xref],
      ...keep,
      ['Filter', new PdfName('FlateDecode')],
    ]);
    const stream = writeObject(new PdfStream(dictionary, deflateSync(rows)));
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), stream, Buffer.from('\nendobj\n')]));
  } else {
    const size = freeNumber(file, objects);
    const lines = sectionsOf([...offsets.keys()]).map(([start, count]) => {
      const rows = Array.from({ length: count }, (_, index) => {
        return `${String(offsets.get(start + index)).padStart(10, '0')} 00000 n \n`;
      });
      return `${start} ${count}\n${rows.join('')}`;
    });
    const trailer = new Map<string, PdfObject>([['Size', size], ['Prev', newest.xref], ...keep]);
    add(Buffer.from(`xref\n${lines.join('')}trailer\n`));
    add(Buffer.concat([writeObject(trailer), Buffer.from('\n')]));
  }
  add(Buffer.from(`startxref\n${xref}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** The first number that neither the file nor the new objects use. */
export function freeNumber(file: PdfFile, objects: readonly NumberedObject[] = []): number {
  const size = Math.max(...file.revisions.map((revision) => Number(revision.trailer.get('Size'))));
  return Math.max(size, ...objects.map(({ number }) => number + 1));
}

/** A reference to an object of the newest revision. */
export function referenceTo(number: number): PdfReference {
  return new PdfReference(number, 0);
}

function sectionsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const sections: [number, number][] = [];
  for (const number of numbers) {
    const last = sections.at(-1);
    if (last !== undefined && last[0] + last[1] === number) last[1] += 1;
    else sections.push([number, 1]);
  }
  return sections;
}

function bytesOf(value: number, width: number): readonly number[] {
  return Array.from({ length: width }, (_, index) => Math.floor(value / 256 ** (width - 1 - index)) % 256);
}
