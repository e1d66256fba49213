import { isDictionary, type PdfDictionary, type PdfFile, PdfName, PdfReference, PdfString } from '../pdf-file/index.ts';

/** A signed field of a file, in the order of its form. */
export interface SignatureField {
  readonly name: string;
  readonly widget: PdfReference;
  /** Number of the object of its signature dictionary. */
  readonly signature: number;
  readonly dictionary: PdfDictionary;
}

/** The signed fields of a PDF. */
export function signatureFields(file: PdfFile): readonly SignatureField[] {
  const form = file.resolve(file.catalog().dictionary.get('AcroForm'));
  const fields = isDictionary(form) ? file.resolve(form.get('Fields')) : null;
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((widget) => {
    if (!(widget instanceof PdfReference)) return [];
    const field = file.resolve(widget);
    if (!isDictionary(field)) return [];
    const type = field.get('FT');
    const value = field.get('V');
    const dictionary = file.resolve(value);
    if (!(type instanceof PdfName) || type.name !== 'Sig') return [];
    if (!(value instanceof PdfReference) || !isDictionary(dictionary)) return [];
    const name = field.get('T');
    return [{ name: name instanceof PdfString ? name.text() : '', widget, signature: value.number, dictionary }];
  });
}
