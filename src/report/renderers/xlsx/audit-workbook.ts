import type { AuditRecord } from '../../../audit/index.ts';
import type { Language } from '../../../messages/index.ts';
import { reportModel } from '../../model.ts';
import type { TableModel } from '../../table-model.ts';
import { type Voice, voiceOf } from '../../words/index.ts';
import { type ResultDocument, resultDocument } from '../json/index.ts';
import { packWorkbook, type Sheets } from './pack-workbook.ts';

/**
 * The record as a workbook: conclusion, findings, what is unknown, coverage, controllers, readings. Every cell is a number
 * or a text, never a formula, whatever a device or a file brought in. The same record gives the same bytes.
 */
export async function auditWorkbook(record: AuditRecord, language: Language): Promise<Uint8Array> {
  const voice = voiceOf(language);
  const model = reportModel(record, language);
  const result = resultDocument(record, language);
  const { sections } = model;
  const sheets = [
    sheetOf(voice.say('export.sheet-conclusion'), conclusionTable(result, voice), [26, 70]),
    sheetOf(voice.say('export.sheet-findings'), findingsTable(result, voice), [26, 12, 12, 44, 44, 30, 14, 30]),
    ...(model.shown.includes('expertFindings')
      ? [sheetOf(voice.say('finding.sheet'), sections.expertFindings.findings, [12, 16, 50, 30, 30, 30, 18])]
      : []),
    sheetOf(voice.say('export.sheet-doubts'), doubtsTable(result, voice), [26, 44, 60]),
    sheetOf(
      voice.say('export.sheet-coverage'),
      coverageTable(result, voice),
      [10, 12, 26, 8, 8, 8, 8, 8, 8, 8, 12, 50],
    ),
    sheetOf(voice.say('export.sheet-controllers'), sections.traffic.traffic, [16]),
    sheetOf(voice.say('export.sheet-evidence'), sections.readings.readings, [20, 18, 20, 16, 10, 22, 24, 24, 16]),
  ];
  return packWorkbook(sheets, model.title, new Date(model.createdAtMs));
}

function sheetOf(name: string, { headers, rows }: TableModel, widths: readonly number[]): Sheets[number] {
  return {
    name,
    columns: headers.map((header, index) => ({ header, key: String(index), width: widths[index] ?? 14 })),
    // Digits alone are numbers, so that a spreadsheet can add them up; everything else is text.
    data: rows.map((row) => {
      return Object.fromEntries(
        row.map((cell, index) => [String(index), /^\d{1,9}$/.test(cell) ? Number(cell) : cell]),
      );
    }),
    freezePane: { rows: 1 },
  };
}

function conclusionTable({ conclusion, coverage, audit, enterprise }: ResultDocument, voice: Voice): TableModel {
  const { all } = coverage;
  const answers = (['built', 'esdPresent', 'inService'] as const).flatMap((name) => {
    const { yes, no, unknown } = all[name];
    return [[voice.say(`export.count-${name}`), `${yes} / ${no} / ${unknown}`]];
  });
  return {
    headers: [voice.say('export.item'), voice.say('export.value')],
    rows: [
      [enterprise.name, enterprise.uscc],
      [audit.id, audit.chainHead],
      [voice.say('export.count-conclusion'), voice.say(`export.count-${conclusion.result}`)],
      ...(['required', 'pass', 'fail', 'unknown', 'unconfirmedBasis'] as const).map((name) => [
        voice.say(`export.count-${name}`),
        String(all[name]),
      ]),
      ...answers,
    ],
  };
}

function findingsTable({ outcomes }: ResultDocument, voice: Voice): TableModel {
  const failed = outcomes.filter(({ result }) => result === 'fail');
  return {
    headers: [
      voice.say('export.rule'),
      voice.say('export.weight'),
      voice.say('report.severity'),
      voice.say('export.statement'),
      voice.say('report.actual'),
      voice.say('export.clause'),
      voice.say('report.limit-short'),
      voice.say('report.remediation'),
    ],
    rows: failed.map((outcome) => [
      outcome.id,
      voice.say(`report.weight-${outcome.weight}`),
      voice.say(`report.severity-${outcome.severity}`),
      outcome.statement,
      outcome.actual.map(({ text }) => text).join('\n'),
      outcome.clause === undefined
        ? ''
        : `${outcome.clause.document} (${outcome.clause.fact}, ${outcome.clause.confidence})`,
      outcome.proposedLimit?.date ?? '',
      outcome.remediation,
    ]),
  };
}

function doubtsTable({ outcomes }: ResultDocument, voice: Voice): TableModel {
  const doubtful = outcomes.filter(
    ({ result }) => result === 'unknown' || result === 'error' || result === 'notchecked',
  );
  return {
    headers: [voice.say('export.rule'), voice.say('export.statement'), voice.say('export.reason')],
    rows: doubtful.map(({ id, statement, because, missing }) => [
      id,
      statement,
      [...because.map(({ text }) => text), ...missing.map(({ of, why }) => `${of}: ${why.text}`)].join('\n'),
    ]),
  };
}

function coverageTable({ coverage }: ResultDocument, voice: Voice): TableModel {
  const columns = ['declared', 'built', 'independent', 'live', 'setting', 'action', 'inService'] as const;
  return {
    headers: [
      voice.say('export.unit'),
      voice.say('report.required-function'),
      voice.say('report.name'),
      ...columns.map((column) => voice.say(`report.column-${column}`)),
      voice.say('report.result'),
      voice.say('export.reason'),
    ],
    rows: coverage.rows.map((row) => [
      row.unit,
      row.row,
      row.name,
      ...columns.map((column) => voice.say(`report.cell-${row.cells[column]}`)),
      voice.say(`report.result-${row.result}`),
      row.because.map(({ text }) => text).join('\n'),
    ]),
  };
}
