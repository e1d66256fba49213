import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditRecord } from '../src/audit/index.ts';
import { reportModel, resultDocument, resultText, terminalSummary, writePdf } from '../src/report/index.ts';
import type { Terminal } from './terminal.ts';

/** Writes `report.pdf` and `result.json` of a record into a folder and prints the summary, or the document with `json`. */
export async function writeReports(
  record: AuditRecord,
  folder: string,
  { json, io }: { readonly json: boolean; readonly io: Terminal },
): Promise<void> {
  const result = resultText(resultDocument(record, io.language));
  await writeFile(join(folder, 'result.json'), result);
  await writePdf(reportModel(record, io.language), join(folder, 'report.pdf'));
  if (json) io.print(result.trimEnd());
  else {
    io.print(terminalSummary(record, { language: io.language, colour: io.colour, width: io.width }));
    io.print(io.say('cli.written', { folder, files: 'report.pdf  result.json  audit.sqlite' }));
  }
}
