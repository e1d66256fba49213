import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entry, readRecord } from '../../audit/index.ts';
import { MemoryLog } from '../../audit/store/index.ts';
import { packFolders } from '../../rules/index.ts';
import { type BundleFiles, chainLines, makeBundle } from '../bundle/index.ts';
import { readDrawing } from '../drawing.ts';
import { reportModel } from '../model.ts';
import { isDictionary, PdfFile, PdfName, PdfStream } from '../pdf-file/index.ts';
import { redraw } from '../redraw.ts';
import { ghostscript, pdfdetach, qpdf } from '../renderers/pdf/outside-readers.test-data.ts';
import { sampleRecord } from '../sample-record.test-data.ts';
import { conclusionOf, type ReportCheck, verifyBundle, verifyReport } from '../verification/index.ts';
import { pdfOf } from '../write-pdf.ts';
import { attachRecord, readAttached } from './index.ts';

const version = '0.1.0';
const pack = 'house';
const [packFolder = ''] = packFolders(pack);
const packs: BundleFiles = new Map([[`packs/${pack}/pack.yaml`, readFileSync(join(packFolder, 'pack.yaml'))]]);

/** A short audit of the sample plant; `town` makes another one of it. */
function shortAudit(town = '果里镇'): readonly Entry[] {
  const { header, plant, coverage, conclusion } = sampleRecord();
  const log = new MemoryLog();
  log.append('audit-started', { ...header, tripline: version });
  log.append('plant', { ...plant, enterprise: { ...plant.enterprise, town } });
  log.append('coverage', coverage);
  log.append('conclusion', conclusion);
  log.append('audit-finished', { finishedAt: '2018-02-01T10:01:09+08:00' });
  return log.entries;
}
const entries = shortAudit();
const record = readRecord(entries);
const draw = (of: readonly Entry[], files = packs) =>
  pdfOf(reportModel(readRecord(of), 'zh', { drawnBy: version, attached: attachRecord(of, files) }));

const drawnAgain = new Map<string, Awaited<ReturnType<typeof redraw>>>();
/** The same record and drawing are drawn once: a flipped byte elsewhere changes nothing of it. */
const check: ReportCheck = {
  authorities: [],
  redraw: async (of, drawing, attached) => {
    const key = JSON.stringify([
      of.chainHead,
      drawing,
      attached.map(({ bytes }) => Buffer.from(bytes).toString('latin1')),
    ]);
    const known = drawnAgain.get(key) ?? (await redraw(of, drawing, { version, attached }));
    drawnAgain.set(key, known);
    return known;
  },
};
const keysOf = (statements: Awaited<ReturnType<typeof verifyReport>>) => statements.map(({ says }) => says.key);

const folder = mkdtempSync(join(tmpdir(), 'tripline-attached-'));
const file = join(folder, 'report.pdf');
let pdf: Buffer = Buffer.of();
beforeAll(async () => {
  pdf = Buffer.from(await draw(entries));
  writeFileSync(file, pdf);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a report with its record inside', () => {
  it('verifies with nothing beside it: attachments, chain, and every byte drawn again', async () => {
    const statements = await verifyReport(pdf, check);
    expect(keysOf(statements)).toEqual([
      'verify.unsigned',
      'attachment.holds',
      'verify.chain-intact',
      'verify.chain-limit',
      'verify.drawn-same',
    ]);
    expect(conclusionOf(statements)).toBe('holds');
  });

  it('is the same for the same record, and gives the record back', async () => {
    expect(Buffer.compare(await draw(entries), pdf)).toBe(0);
    const attached = readAttached(pdf);
    expect(attached?.entries).toEqual(entries);
    expect(attached?.packs).toEqual(packs);
    expect(attached?.differing).toEqual([]);
  });

  it('is held against a record and a head from elsewhere', async () => {
    expect(conclusionOf(await verifyReport(pdf, { ...check, record, head: record.chainHead.slice(0, 8) }))).toBe(
      'holds',
    );
    expect(keysOf(await verifyReport(pdf, { ...check, head: '0000' }))).toContain('verify.head-differs');
    const other = readRecord(shortAudit('唐山镇'));
    const statements = await verifyReport(pdf, { ...check, record: other });
    expect(keysOf(statements)).toContain('attachment.other-record');
    expect(conclusionOf(statements)).toBe('broken');
  });

  it('of another audit than its pages does not verify', async () => {
    const others = attachRecord(shortAudit('唐山镇'), packs);
    const mixed = await pdfOf(reportModel(record, 'zh', { drawnBy: version, attached: others }));
    const statements = await verifyReport(mixed, check);
    expect(statements.at(-1)).toEqual({
      state: 'broken',
      says: { key: 'verify.drawn-page-differs', with: { page: 1 } },
    });
  });

  it('with a changed rule pack names the pack', async () => {
    const { header, plant } = sampleRecord();
    const log = new MemoryLog();
    log.append('audit-started', { ...header, tripline: version });
    log.append('plant', plant);
    log.append('pack', { id: pack, edition: '1', sha256: '0'.repeat(64), title: { zh: 'x', en: 'x' }, rules: 1 });
    log.append('coverage', record.coverage);
    log.append('conclusion', record.conclusion);
    log.append('audit-finished', { finishedAt: '2018-02-01T10:01:09+08:00' });
    const statements = await verifyReport(await draw(log.entries), check);
    expect(keysOf(statements)).toContain('verify.pack-differs');
    expect(conclusionOf(statements)).toBe('broken');
  });

  it('verifies within a bundle, too', async () => {
    const bundle = makeBundle(entries, new Map([['report.pdf', pdf]]));
    const statements = await verifyBundle(bundle, check);
    expect(keysOf(statements)).toContain('attachment.holds');
    expect(conclusionOf(statements)).toBe('holds');
  });

  it('does not verify with any byte of a spread flipped', async () => {
    const unnoticed: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      const at = Math.floor((index * pdf.length) / 40);
      const flipped = Buffer.from(pdf);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      if (conclusionOf(await verifyReport(flipped, check)) === 'holds') unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  }, 240_000);

  it('does not verify with any byte of its attachment flipped', async () => {
    const start = pdf.indexOf('/EmbeddedFile');
    const end = pdf.indexOf('endstream', start);
    expect(end - start).toBeGreaterThan(500);
    const unnoticed: number[] = [];
    const step = Math.max(1, Math.floor((end - start) / 60));
    for (let at = start; at < end; at += step) {
      const flipped = Buffer.from(pdf);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      if (conclusionOf(await verifyReport(flipped, check)) === 'holds') unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  }, 240_000);
});

describe('PDF/A-3', () => {
  const metadata = (of: Uint8Array) => {
    const opened = new PdfFile(of);
    const stream = opened.resolve(opened.catalog().dictionary.get('Metadata'));
    return stream instanceof PdfStream ? new TextDecoder().decode(opened.decoded(stream)) : '';
  };

  it('is declared where a file is attached, and only there', async () => {
    expect(metadata(pdf)).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata(pdf)).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    const bare = await pdfOf(reportModel(record, 'zh', { drawnBy: version }));
    expect(metadata(bare)).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(new PdfFile(bare).catalog().dictionary.has('AF')).toBe(false);
    expect(readAttached(bare)).toBeUndefined();
    expect(readDrawing(bare)?.attached).toBeUndefined();
    const plain = await pdfOf(reportModel(record, 'zh', { attached: attachRecord(entries, packs) }), { kind: 'plain' });
    expect(metadata(plain)).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  });

  it('has a relationship, two names, a type, a date and a description for each file', () => {
    const opened = new PdfFile(pdf);
    const associated = opened.resolve(opened.catalog().dictionary.get('AF'));
    const specifications = (Array.isArray(associated) ? associated : []).map((each) =>
      opened.dictionary(each, 'a file'),
    );
    const names = specifications.map((each) => each.get('AFRelationship'));
    expect(names.map((it) => (it instanceof PdfName ? it.name : it))).toEqual(['Source', 'Supplement']);
    for (const each of specifications) {
      for (const key of ['F', 'UF', 'Desc', 'EF']) expect(each.has(key), key).toBe(true);
      const files = opened.dictionary(each.get('EF'), 'files');
      expect(files.get('UF')).toEqual(files.get('F'));
      const stream = opened.resolve(files.get('F'));
      if (!(stream instanceof PdfStream)) throw new Error('no content');
      const parameters = opened.resolve(stream.dictionary.get('Params'));
      expect(isDictionary(parameters) && parameters.has('ModDate') && parameters.has('Size')).toBe(true);
      expect(stream.dictionary.has('Subtype')).toBe(true);
    }
  });

  it('cannot be declared by the twin: its version of the standard knows no files', async () => {
    const model = reportModel(record, 'zh', { attached: attachRecord(entries, packs) });
    await expect(pdfOf(model, { kind: 'twin' })).rejects.toThrow('twin');
  });
});

describe('programs of other people', () => {
  it.skipIf(!qpdf.isThere)('qpdf finds no fault, lists the files and takes the record out byte for byte', () => {
    expect(qpdf.run(['--check', file])).toMatchObject({ isContent: true });
    const listed = qpdf.run(['--list-attachments', '--verbose', file]).said;
    expect(listed).toContain('audit.jsonl');
    expect(listed).toContain('rule-packs.json');
    expect(listed).toContain('本报告所依据的全部核查记录');
    expect(qpdf.run(['--show-attachment=audit.jsonl', file]).said).toBe(Buffer.from(chainLines(entries)).toString());
  });

  it.skipIf(!pdfdetach.isThere)('poppler takes the record out byte for byte', () => {
    const out = join(folder, 'taken.jsonl');
    expect(pdfdetach.run(['-savefile', 'audit.jsonl', '-o', out, file])).toMatchObject({ isContent: true });
    expect(Buffer.compare(readFileSync(out), Buffer.from(chainLines(entries)))).toBe(0);
  });

  it.skipIf(!ghostscript.isThere)('Ghostscript draws it without a word', () => {
    const options = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=nullpage'];
    expect(ghostscript.run([...options, file])).toEqual({ said: '', isContent: true });
  });
});
