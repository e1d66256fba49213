import type { AttachedFile } from '../../../attachment/index.ts';
import { internalsOf } from './internals.ts';

/**
 * Puts files into a pdfkit document, associated with the whole of it. Not by pdfkit's own `file`: that writes a checksum in
 * a form that the standard does not know, and no second name for the stream, which PDF/A-3 asks for.
 */
export function attachFiles(
  document: PDFKit.PDFDocument,
  files: readonly { readonly file: AttachedFile; readonly says: string }[],
  at: Date,
): void {
  if (files.length === 0) return;
  const specifications = files.map(({ file: { name, type, relationship, bytes }, says }) => {
    const stream = document.ref({
      Type: 'EmbeddedFile',
      Subtype: type.replaceAll('/', '#2F'),
      Params: { Size: bytes.length, CreationDate: at, ModDate: at },
    });
    stream.end(Buffer.from(bytes));
    const specification = document.ref({
      Type: 'Filespec',
      AFRelationship: relationship,
      F: textOf(name),
      UF: textOf(name),
      Desc: textOf(says),
      EF: { F: stream, UF: stream },
    });
    specification.end('');
    document.addNamedEmbeddedFile(name, specification);
    return specification;
  });
  const catalog: unknown = Reflect.get(internalsOf(document)._root, 'data');
  Object.assign(Object(catalog), { AF: specifications });
}

/** pdfkit takes a plain string for a name and a string object for text. */
function textOf(text: string): object {
  return Object(text);
}
