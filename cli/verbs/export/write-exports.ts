import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AuditRecord, readRecord } from '../../../src/audit/index.ts';
import {
  assessmentResults,
  auditWorkbook,
  htmlOf,
  planOfAction,
  reportModel,
  resultDocument,
  resultText,
} from '../../../src/report/index.ts';
import { exitCode } from '../../exit-code.ts';
import { readEvidence } from '../../read-evidence.ts';
import type { Terminal } from '../../terminal.ts';
import type { ExportOptions } from './verb.ts';

type Language = Terminal['language'];
type Files = readonly (readonly [string, string | Uint8Array])[];

/** What each format writes. */
const formats: Readonly<Record<string, (record: AuditRecord, language: Language) => Promise<Files> | Files>> = {
  html: (record, language) => [['report.html', htmlOf(reportModel(record, language))]],
  xlsx: async (record, language) => [['report.xlsx', await auditWorkbook(record, language)]],
  json: (record, language) => [['result.json', resultText(resultDocument(record, language))]],
  oscal: (record, language) => {
    const result = resultDocument(record, language);
    return [
      ['oscal-assessment-results.json', jsonText(assessmentResults(result))],
      ['oscal-poam.json', jsonText(planOfAction(result))],
    ];
  },
};

/** Writes the asked forms; an unknown format is refused before anything is written. */
export async function writeExports(file: string, { format, out }: ExportOptions, io: Terminal): Promise<number> {
  const asked = format.split(',').map((each) => each.trim());
  const unknown = asked.find((each) => formats[each] === undefined);
  if (unknown !== undefined) {
    const expected = Object.keys(formats).join(', ');
    io.fail('cli.bad-option', { option: '--format', value: unknown, expected });
    return exitCode.usage;
  }
  let record: AuditRecord;
  try {
    record = readRecord(readEvidence(file));
  } catch (error) {
    io.fail('cli.no-evidence', { file, message: error instanceof Error ? error.message : String(error) });
    return exitCode.usage;
  }
  const folder = out ?? dirname(file);
  mkdirSync(folder, { recursive: true });
  const written: string[] = [];
  for (const each of asked) {
    for (const [name, content] of (await formats[each]?.(record, io.language)) ?? []) {
      writeFileSync(join(folder, name), content);
      written.push(name);
    }
  }
  io.print(io.say('cli.written', { folder, files: written.join('  ') }));
  return exitCode.done;
}

function jsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
