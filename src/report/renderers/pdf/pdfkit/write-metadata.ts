import { internalsOf } from './internals.ts';

/**
 * Lets a pdfkit document write its metadata with every value escaped: pdfkit puts them into XML as they stand, and the name of
 * an enterprise may hold an ampersand. They say the same as the information dictionary, which PDF/A demands.
 */
export function writeMetadata(
  document: PDFKit.PDFDocument,
  facts: { readonly title: string; readonly language: string; readonly creator: string; readonly createdAt: Date },
): void {
  const file = internalsOf(document);
  file._addInfo = () => {
    file.appendXML(`
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${facts.createdAt.toISOString().slice(0, 19)}Z</xmp:CreateDate>
<xmp:CreatorTool>${escaped(facts.creator)}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(facts.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${facts.language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${escaped(facts.creator)}</pdf:Producer>
</rdf:Description>`);
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}
