import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditRecord, Entry } from '../src/audit/index.ts';
import {
  attachRecord,
  type Particulars,
  reportModel,
  resultDocument,
  resultText,
  terminalSummary,
  writePdf,
} from '../src/report/index.ts';
import { packFiles } from './pack-files.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** How a report is written, and where its words go. */
export interface ReportWriting {
  readonly json: boolean;
  readonly io: Terminal;
  readonly particulars?: Particulars;
  /** A font file of the user's own for running text. */
  readonly bodyFont?: string;
  /** The evidence of the record, to travel within the report. */
  readonly attach?: { readonly entries: readonly Entry[]; readonly packs: readonly string[] };
}

/** Writes `report.pdf` and `result.json` of a record into a folder and prints the summary, or the document with `json`. */
export async function writeReports(
  record: AuditRecord,
  folder: string,
  { json, io, particulars = {}, bodyFont, attach }: ReportWriting,
): Promise<void> {
  const { summary = false, unit } = particulars;
  const name = ['report', ...(unit === undefined ? [] : [unit]), ...(summary ? ['summary'] : [])].join('-');
  const result = resultText(resultDocument(record, io.language));
  await writeFile(join(folder, 'result.json'), result);
  const attached =
    attach === undefined ? [] : attachRecord(attach.entries, new Map(packFiles(record, attach.packs, io)));
  const model = reportModel(record, io.language, { drawnBy: version, ...particulars, attached });
  await writePdf(model, join(folder, `${name}.pdf`), bodyFont === undefined ? {} : { bodyFont });
  if (json) io.print(result.trimEnd());
  else {
    io.print(terminalSummary(record, { language: io.language, colour: io.colour, width: io.width }));
    io.print(io.say('cli.written', { folder, files: `${name}.pdf  result.json  audit.sqlite` }));
  }
}
