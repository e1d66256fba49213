import PDFDocument from 'pdfkit';
import { afterAll, describe, expect, it } from 'vitest';
import { Face } from './face.ts';
import { fontFile } from './font-file.ts';

const document = new PDFDocument({ autoFirstPage: false, font: '' });
const faces = [new Face(document, fontFile('serif')), new Face(document, fontFile('serif'))];
afterAll(() => {
  for (const face of faces) face.close();
});

/** How many commands draw a character in the font that goes into the document. */
function commandsOf(character: string): number {
  const { font } = Reflect.get(document, '_font');
  return font.glyphForCodePoint(character.codePointAt(0)).path.commands.length;
}

describe('two faces of one file, as where the user asks for a face that the report has already', () => {
  it('write into one font, which gets the outlines that either of them wrote', () => {
    const [own, shipped] = faces;
    expect(own?.glyph('联')?.face).toBe(shipped?.glyph('锁')?.face);
    expect(commandsOf('联')).toBeGreaterThan(0);
    expect(commandsOf('锁')).toBeGreaterThan(0);
    // Nobody wrote with it: the test would see an outline that is not there.
    expect(commandsOf('罐')).toBe(0);
  });
});
