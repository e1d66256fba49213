import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportModel } from './model.ts';
import { isDictionary, PdfFile, PdfName, type PdfObject, PdfStream, PdfString } from './pdf-file/index.ts';
import { ghostscript, mutool, pdfbox, pdfinfo, pdftotext, qpdf } from './renderers/pdf/outside-readers.test-data.ts';
import { sampleDemand } from './sample-demand.test-data.ts';
import { pdfOf } from './write-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripline-archive-'));
const fileOf = (kind: string) => join(folder, `${kind}.pdf`);
const kinds = ['tagged', 'plain', 'twin'] as const;
const record = sampleDemand();
// An ampersand in a name must not break the metadata.
const named = {
  ...record,
  plant: { ...record.plant, enterprise: { ...record.plant.enterprise, name: '桓台某某化工 A&B 有限公司' } },
};
const model = reportModel(named, 'zh');

beforeAll(async () => {
  for (const kind of kinds) writeFileSync(fileOf(kind), await pdfOf(model, { kind }));
  writeFileSync(fileOf('english'), await pdfOf(reportModel(named, 'en')));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the file, read by programs of other people', () => {
  it.skipIf(!qpdf.isThere).each([...kinds, 'english'])('%s: qpdf finds no fault', (kind) => {
    expect(qpdf.run(['--check', fileOf(kind)])).toMatchObject({ isContent: true });
  });

  it.skipIf(!ghostscript.isThere).each([...kinds, 'english'])('%s: Ghostscript draws it without a word', (kind) => {
    const options = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=nullpage'];
    expect(ghostscript.run([...options, fileOf(kind)])).toEqual({ said: '', isContent: true });
  });

  it.skipIf(!pdfbox.isThere)('the twin is PDF/A-1b by PDFBox Preflight', () => {
    const { said } = pdfbox.run(['org.apache.pdfbox.preflight.Validator_A1b', fileOf('twin')]);
    expect(said).toContain('is a valid PDF/A-1b file');
  });

  it.skipIf(!(pdftotext.isThere && mutool.isThere && pdfbox.isThere)).each(['tagged', 'english'])(
    '%s: three engines read the same text',
    (kind) => {
      const to = (name: string) => join(folder, `${kind}-${name}.txt`);
      pdftotext.run(['-raw', fileOf(kind), to('poppler')]);
      mutool.run(['draw', '-q', '-F', 'txt', '-o', to('mupdf'), fileOf(kind)]);
      pdfbox.run(['org.apache.pdfbox.tools.ExtractText', '-encoding', 'UTF-8', fileOf(kind), to('pdfbox')]);
      const [poppler = '', mupdf, box] = ['poppler', 'mupdf', 'pdfbox'].map((name) =>
        readFileSync(to(name), 'utf8').replace(/\s+/g, ''),
      );
      expect(poppler.length).toBeGreaterThan(3000);
      expect(mupdf === poppler).toBe(true);
      expect(box === poppler).toBe(true);
      if (kind === 'tagged') expect(poppler).toContain('应有10项控制功能：5项符合，3项不符合，2项无法核实');
    },
  );

  it.skipIf(!pdfinfo.isThere)('headings, header cells and figures with words stand in the structure', () => {
    const { said } = pdfinfo.run(['-struct', fileOf('tagged')]);
    expect(said.match(/^ {2}Sect/gm)).toHaveLength(model.shown.length);
    expect(said.match(/^ {4}H1/gm)).toHaveLength(model.shown.length);
    expect(said).toMatch(/^ {4}Table \(block\)\n {6}TR\n {8}TH:\s+\/Scope \/Column/m);
    expect(said.match(/^ {4}Figure/gm)).toHaveLength(4);
    expect(pdfinfo.run(['-struct', fileOf('plain')]).said.trim()).toBe('');
  });
});

describe('what PDF/A asks and no program here checks', () => {
  const open = () => {
    const file = new PdfFile(readFileSync(fileOf('tagged')));
    return { file, catalog: file.catalog().dictionary };
  };
  const all = (file: PdfFile): readonly PdfObject[] => {
    const size = file.trailer.get('Size');
    return Array.from({ length: Number(size) - 1 }, (_, index) => file.object(index + 1));
  };
  const dictionaries = (file: PdfFile) =>
    all(file).flatMap((it) => (it instanceof PdfStream ? [it.dictionary] : isDictionary(it) ? [it] : []));
  const ofType = (file: PdfFile, type: string) =>
    dictionaries(file).filter((it) => {
      const own = it.get('Type');
      return own instanceof PdfName && own.name === type;
    });

  it('language, structure, output intent and metadata stand in the catalog', () => {
    const { file, catalog } = open();
    for (const key of ['Lang', 'MarkInfo', 'StructTreeRoot', 'OutputIntents', 'Metadata', 'Outlines']) {
      expect(catalog.has(key), key).toBe(true);
    }
    const metadata = file.resolve(catalog.get('Metadata'));
    if (!(metadata instanceof PdfStream)) throw new Error('the metadata are no stream');
    expect(metadata.dictionary.has('Filter')).toBe(false);
    const said = new TextDecoder().decode(file.decoded(metadata));
    expect(said).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(said).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(said).toContain('A&amp;B');
    expect(said).toContain('2018-02-01T02:01:09Z');
  });

  it('says how to draw it again', () => {
    const { file } = open();
    const info = file.dictionary(file.trailer.get('Info'), 'the information');
    const drawing = file.resolve(info.get('TriplineDrawing'));
    if (!(drawing instanceof PdfString)) throw new Error('nothing says how it was drawn');
    expect(JSON.parse(drawing.text())).toEqual({
      format: 'tripline-drawing/1',
      drawnBy: '0.1.0',
      language: 'zh',
      fonts: [expect.stringMatching(/^[0-9a-f]{64}$/), expect.any(String), expect.any(String)],
    });
  });

  it('every font is embedded, as a subset, with its characters', () => {
    const { file } = open();
    const descriptors = ofType(file, 'FontDescriptor');
    expect(descriptors).toHaveLength(3);
    for (const descriptor of descriptors) {
      expect(descriptor.has('FontFile2')).toBe(true);
      expect(String(Reflect.get(Object(descriptor.get('FontName')), 'name'))).toMatch(/^[A-Z]{6}\+Noto/);
    }
    const composite = ofType(file, 'Font').filter((font) => font.has('DescendantFonts'));
    expect(composite).toHaveLength(3);
    for (const font of composite) expect(font.has('ToUnicode')).toBe(true);
  });

  it('nothing is transparent, scripted or fetched from elsewhere', () => {
    const { file } = open();
    for (const it of dictionaries(file)) {
      for (const key of ['SMask', 'ca', 'CA', 'JS', 'URI', 'Launch', 'Group', 'BM'])
        expect(it.has(key), key).toBe(false);
    }
  });

  it('every page knows its place in the structure, every link is printed and has a key', () => {
    const { file } = open();
    for (const page of ofType(file, 'Page'))
      expect([page.has('StructParents'), page.has('Tabs')]).toEqual([true, true]);
    const links = ofType(file, 'Annot');
    expect(links.length).toBeGreaterThan(10);
    for (const link of links)
      expect([link.get('F'), link.has('StructParent'), link.has('Dest')]).toEqual([4, true, true]);
  });

  it('every figure says in words what it shows', () => {
    const { file } = open();
    const figures = dictionaries(file).filter((it) => {
      const type = it.get('S');
      return type instanceof PdfName && type.name === 'Figure';
    });
    // Two QR codes, one trend, one drawing of limits.
    expect(figures).toHaveLength(4);
    for (const figure of figures) expect(figure.has('Alt')).toBe(true);
  });

  it('the places for signatures can be found by name', () => {
    const { file, catalog } = open();
    const names = file.resolve(catalog.get('Names'));
    expect(isDictionary(names) && names.has('Dests')).toBe(true);
  });
});
