import { isDictionary, PdfFile, PdfLexer, PdfName, PdfStream, PdfString } from '../pdf-file/index.ts';

/** The text of each page in the order of drawing, without any space: what two drawings of one record have in common. */
export function textOfPdf(pdf: Uint8Array): readonly string[] {
  const file = new PdfFile(pdf);
  const maps = new Map<unknown, ReadonlyMap<number, string>>();
  return file.pages().map((reference) => {
    const page = file.dictionary(reference, 'a page');
    const fonts = file.resolve(file.dictionary(page.get('Resources'), 'resources').get('Font'));
    const contents = file.resolve(page.get('Contents'));
    const streams = (Array.isArray(contents) ? contents : [contents]).map((each) => file.resolve(each));
    const drawn = streams.flatMap((each) => (each instanceof PdfStream ? [Buffer.from(file.decoded(each))] : []));
    return textOfContents(Buffer.concat(drawn), (name) => {
      const font = isDictionary(fonts) ? fonts.get(name) : undefined;
      const known = maps.get(font);
      if (known !== undefined) return known;
      const map = unicodeOf(file, file.dictionary(font, `font ${name}`).get('ToUnicode'));
      maps.set(font, map);
      return map;
    });
  });
}

function textOfContents(contents: Uint8Array, fontOf: (name: string) => ReadonlyMap<number, string>): string {
  const lexer = new PdfLexer(contents);
  let map: ReadonlyMap<number, string> = new Map();
  let operands: unknown[] = [];
  const out: string[] = [];
  const show = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) show(each);
    if (!(value instanceof PdfString)) return;
    for (let at = 0; at + 1 < value.bytes.length; at += 2) {
      out.push(map.get((value.bytes[at] ?? 0) * 256 + (value.bytes[at + 1] ?? 0)) ?? '\ufffd');
    }
  };
  for (let token = lexer.token(); token !== undefined; token = lexer.token()) {
    if (typeof token !== 'object' || token === null || !('keyword' in token)) {
      operands.push(token);
      continue;
    }
    const [first] = operands;
    if (token.keyword === 'Tf' && first instanceof PdfName) map = fontOf(first.name);
    if (token.keyword === 'Tj' || token.keyword === 'TJ' || token.keyword === "'") show(first);
    operands = [];
  }
  return out.join('').replace(/\s+/g, '');
}

/** The characters of the glyph codes of a font (ISO 32000-1 §9.10.3); codes of two bytes only. */
function unicodeOf(file: PdfFile, reference: Parameters<PdfFile['resolve']>[0]): ReadonlyMap<number, string> {
  const stream = file.resolve(reference);
  const map = new Map<number, string>();
  if (!(stream instanceof PdfStream)) return map;
  const lexer = new PdfLexer(file.decoded(stream));
  let operands: unknown[] = [];
  for (let token = lexer.token(); token !== undefined; token = lexer.token()) {
    if (typeof token !== 'object' || token === null || !('keyword' in token)) {
      operands.push(token);
      continue;
    }
    if (token.keyword === 'endbfchar')
      for (let at = 0; at + 1 < operands.length; at += 2) put(operands[at], operands[at], operands[at + 1]);
    if (token.keyword === 'endbfrange')
      for (let at = 0; at + 2 < operands.length; at += 3) put(operands[at], operands[at + 1], operands[at + 2]);
    operands = [];
  }
  return map;

  function put(first: unknown, last: unknown, target: unknown): void {
    if (!(first instanceof PdfString) || !(last instanceof PdfString)) return;
    const [from, to] = [codeOf(first), codeOf(last)];
    for (let code = from; code <= to && code - from < 65_536; code += 1) {
      const each = Array.isArray(target) ? target[code - from] : target;
      if (!(each instanceof PdfString)) continue;
      const character = utf16(each);
      const offset = Array.isArray(target) ? 0 : code - from;
      map.set(code, offset === 0 ? character : String.fromCodePoint((character.codePointAt(0) ?? 0) + offset));
    }
  }
}

function codeOf({ bytes }: PdfString): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

function utf16({ bytes }: PdfString): string {
  return Buffer.from(bytes.slice(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');
}
