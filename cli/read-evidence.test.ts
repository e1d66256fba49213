import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteLog, readEntries, readRecord } from '../src/audit/index.ts';
import { attachRecord, makeBundle, reportModel, writePdf } from '../src/report/index.ts';
import { sampleRecord } from '../src/report/sample-record.test-data.ts';
import { readEvidence } from './read-evidence.ts';

describe('evidence', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tripline-evidence-'));
    const log = createSqliteLog(join(folder, 'audit.sqlite'));
    const { header, plant } = sampleRecord();
    log.append('audit-started', header);
    log.append('plant', plant);
    log.append('conclusion', { result: 'inconclusive', exitCode: 3 });
    log.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the same from a database and from a bundle, and a changed bundle gives none', () => {
    const entries = readEntries(join(folder, 'audit.sqlite'));
    expect(readEvidence(join(folder, 'audit.sqlite'))).toEqual(entries);
    const files = new Map([['note.txt', Buffer.from('as it was')]]);
    const file = join(folder, 'audit.zip');
    const bundle = Buffer.from(makeBundle(entries, files));
    writeFileSync(file, bundle);
    expect(readEvidence(file)).toEqual(entries);
    bundle[bundle.length - 1] = (bundle.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bundle);
    expect(() => readEvidence(file)).toThrow('were changed');
  });

  it('is the same from a report that carries it, and a report without it gives none', async () => {
    const entries = readEntries(join(folder, 'audit.sqlite'));
    const record = readRecord(entries);
    const file = join(folder, 'report.pdf');
    await writePdf(reportModel(record, 'zh', { attached: attachRecord(entries, new Map()) }), file);
    expect(readEvidence(file)).toEqual(entries);
    await writePdf(reportModel(record, 'zh'), file);
    expect(() => readEvidence(file)).toThrow('carries no record');
  });
});
