import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AuditRecord, type Entry, readEntries, readRecord, writeEntries } from '../../audit/index.ts';
import { MemoryLog } from '../../audit/store/index.ts';
import { type BundleFiles, makeBundle, openBundle } from '../bundle/index.ts';
import { readDrawing } from '../drawing.ts';
import { reportModel } from '../model.ts';
import { redraw } from '../redraw.ts';
import { resultDocument, resultText } from '../renderers/json/index.ts';
import { sampleRecord } from '../sample-record.test-data.ts';
import { pdfOf } from '../write-pdf.ts';
import { conclusionOf, verifyBundle, verifyEntries, verifyReport } from './index.ts';

const version = '0.1.0';

/** A short audit of the sample plant, with a chain of its own. */
function shortAudit(): readonly Entry[] {
  const { header, plant, coverage, conclusion } = sampleRecord();
  const log = new MemoryLog();
  log.append('audit-started', { ...header, tripline: version });
  log.append('plant', plant);
  log.append('coverage', coverage);
  log.append('conclusion', conclusion);
  log.append('audit-finished', { finishedAt: '2018-02-01T10:01:09+08:00' });
  return log.entries;
}

const entries = shortAudit();
const record = readRecord(entries);
const check = {
  authorities: [],
  redraw: (of: AuditRecord, drawing: Parameters<typeof redraw>[1]) => redraw(of, drawing, { version }),
};
const keysOf = (statements: Awaited<ReturnType<typeof verifyBundle>>) => statements.map(({ says }) => says.key);

describe('a chain', () => {
  it('is held against a head that stands elsewhere, whole or by its beginning', () => {
    const short = `${record.chainHead.slice(0, 4)} ${record.chainHead.slice(4, 8)} …`;
    expect(conclusionOf(verifyEntries(entries, short).statements)).toBe('holds');
    expect(conclusionOf(verifyEntries(entries, '0000').statements)).toBe('broken');
  });

  it('without an end is unknown, and a changed one names the entry', () => {
    expect(conclusionOf(verifyEntries(entries.slice(0, -1)).statements)).toBe('unknown');
    const changed = entries.map((entry) =>
      entry.number === 4 ? { ...entry, body: entry.body.replace('3', '0') } : entry,
    );
    expect(
      verifyEntries(changed.map((entry) => (entry.number === 2 ? { ...entry, body: '{}' } : entry))).statements,
    ).toEqual([{ state: 'broken', says: { key: 'verify.chain-broken', with: { number: 2 } } }]);
  });

  it('is written as a file of its own, the same entry by entry, and never over another', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tripline-entries-'));
    const file = join(folder, 'audit.sqlite');
    writeEntries(file, entries);
    expect(readEntries(file)).toEqual(entries);
    expect(() => writeEntries(file, entries)).toThrow('exists');
    rmSync(folder, { recursive: true });
  });
});

describe('a report', () => {
  let pdf: Uint8Array = Buffer.of();
  beforeAll(async () => {
    pdf = await pdfOf(reportModel(record, 'zh', { drawnBy: version }));
  });

  it('is drawn again from its record, byte for byte', async () => {
    expect(keysOf(await verifyReport(pdf, { ...check, record }))).toEqual(['verify.unsigned', 'verify.drawn-same']);
  });

  it('of another record is named by the page that differs', async () => {
    const { plant } = record;
    const other = { ...record, plant: { ...plant, enterprise: { ...plant.enterprise, town: '唐山镇' } } };
    const statements = await verifyReport(await pdfOf(reportModel(other, 'zh', { drawnBy: version })), {
      ...check,
      record,
    });
    expect(statements.at(-1)).toEqual({
      state: 'broken',
      says: { key: 'verify.drawn-page-differs', with: { page: 1 } },
    });
  });

  it('of another version is compared by its text, and a difference there is no tampering', async () => {
    const older = await pdfOf(reportModel(record, 'zh', { drawnBy: '0.0.9' }));
    expect((await verifyReport(older, { ...check, record })).at(-1)?.says.key).toBe('verify.drawn-same-text');
    const { plant } = record;
    const worded = { ...record, plant: { ...plant, enterprise: { ...plant.enterprise, town: '唐山镇' } } };
    const other = await verifyReport(await pdfOf(reportModel(worded, 'zh', { drawnBy: '0.0.9' })), {
      ...check,
      record,
    });
    expect(other.at(-1)).toMatchObject({ state: 'unknown', says: { key: 'verify.drawn-other-text' } });
  });

  it('of a summary or of one unit is drawn again as that edition', async () => {
    for (const edition of [{ summary: true }, { unit: 'U100' }]) {
      const drawn = await pdfOf(reportModel(record, 'en', { drawnBy: version, reportNumber: 'R-1', ...edition }));
      expect(keysOf(await verifyReport(drawn, { ...check, record }))).toContain('verify.drawn-same');
    }
  });

  it('without its record is unknown, never verified', async () => {
    const statements = await verifyReport(pdf, check);
    expect(conclusionOf(statements)).toBe('unknown');
    expect(keysOf(statements)).toContain('verify.no-record');
  });

  it('does not verify with any byte of a spread flipped', async () => {
    const drawing = readDrawing(pdf);
    if (drawing === undefined) throw new Error('the report does not say how it was drawn');
    const again = await redraw(record, drawing, { version });
    const unnoticed: number[] = [];
    for (let index = 0; index < 30; index += 1) {
      const at = Math.floor((index * pdf.length) / 30);
      const flipped = Buffer.from(pdf);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const statements = await verifyReport(flipped, { authorities: [], record, redraw: async () => again });
      if (conclusionOf(statements) === 'holds') unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  }, 120_000);
});

describe('a bundle', () => {
  const files: BundleFiles = new Map([['result.json', Buffer.from(resultText(resultDocument(record, 'zh')))]]);
  const bundle = makeBundle(entries, files);

  it('gives back what went in, and the same bytes for the same audit', () => {
    const opened = openBundle(bundle);
    expect(opened.entries).toEqual(entries);
    expect(opened.differing).toEqual([]);
    expect(opened.sealed).toBe(true);
    expect(Buffer.compare(makeBundle(entries, files), bundle)).toBe(0);
  });

  it('verifies, with the counts of its result', async () => {
    const statements = await verifyBundle(bundle, check);
    expect(conclusionOf(statements)).toBe('holds');
    expect(keysOf(statements)).toContain('verify.result-holds');
  });

  it('does not verify with any byte of it flipped', async () => {
    const unnoticed: number[] = [];
    for (let at = 0; at < bundle.length; at += 1) {
      const flipped = Buffer.from(bundle);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      if (conclusionOf(await verifyBundle(flipped, check)) !== 'broken') unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  }, 120_000);

  it('names what a careful forger changed, although the file was sealed anew', async () => {
    const forged = makeBundle(
      entries,
      new Map([['result.json', Buffer.from('{"conclusion":{"result":"satisfied"}}')]]),
    );
    expect(keysOf(await verifyBundle(forged, check))).toContain('verify.result-differs');
  });

  it('is refused where a name leads out of its folder', async () => {
    const stray = makeBundle(entries, new Map([['../../etc/passwd', Buffer.from('x')]]));
    expect(keysOf(await verifyBundle(stray, check))).toEqual(['verify.bundle-unreadable']);
  });
});
