import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { MissingGlyph } from '../../../src/report/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import { readEvidence } from '../../read-evidence.ts';
import type { Terminal } from '../../terminal.ts';
import { writeReports } from '../../write-reports.ts';

/** What `tripline report` may be asked for. */
export interface ReportOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly summary?: boolean;
  readonly unit?: string;
  readonly number?: string;
  readonly firm?: string;
  readonly bodyFont?: string;
  readonly attachRecord?: boolean;
  readonly pack: readonly string[];
}

/** Draws the report of an evidence file again, or an edition of it; what was asked and is not there is said, exit 2. */
export async function drawReport(file: string, options: ReportOptions, io: Terminal): Promise<number> {
  const { out, json = false, summary = false, unit, number, firm, bodyFont, attachRecord = false } = options;
  const record = openRecord(file, io);
  if (record === undefined) return exitCode.usage;
  const units = record.plant.units.map(({ id }) => id);
  if (unit !== undefined && !units.includes(unit)) {
    io.fail('cli.no-such-unit', { unit, units: units.join(' ') });
    return exitCode.usage;
  }
  if (bodyFont !== undefined && !existsSync(bodyFont)) {
    io.fail('cli.no-such-font', { file: bodyFont });
    return exitCode.usage;
  }
  const folder = out ?? dirname(file);
  // A report may be drawn again from the record within it, but never over itself.
  if (out === undefined && file.endsWith('.pdf')) {
    io.fail('cli.missing-argument', { what: '--out' });
    return exitCode.usage;
  }
  mkdirSync(folder, { recursive: true });
  const particulars = {
    summary,
    ...(unit === undefined ? {} : { unit }),
    ...(number === undefined ? {} : { reportNumber: number }),
    ...(firm === undefined ? {} : { firm }),
  };
  try {
    await writeReports(record, folder, {
      json,
      io,
      particulars,
      ...(bodyFont === undefined ? {} : { bodyFont }),
      ...(attachRecord ? { attach: { entries: readEvidence(file), packs: options.pack } } : {}),
    });
  } catch (error) {
    if (!(error instanceof MissingGlyph)) throw error;
    const { character, code, within } = error;
    io.fail('cli.missing-glyph', { character, code, within });
    return exitCode.usage;
  }
  return exitCode.done;
}
