/** The root of the logical structure of a pdfkit document that was made with `tagged`. */
export function structureRoot(document: PDFKit.PDFDocument): { readonly id: number; readonly data: object } {
  const make: unknown = Reflect.get(document, 'getStructTreeRoot');
  const root: unknown = typeof make === 'function' ? Reflect.apply(make, document, []) : undefined;
  const id: unknown = Reflect.get(Object(root), 'id');
  const data: unknown = Reflect.get(Object(root), 'data');
  if (typeof id !== 'number' || typeof data !== 'object' || data === null) {
    throw new Error('this release of pdfkit keeps the structure in another way');
  }
  return { id, data };
}
