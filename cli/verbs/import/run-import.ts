import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { say } from '../../../src/messages/index.ts';
import { formatFault, formatFaultCount, type ImportResult, importInto } from '../../../src/plant/index.ts';
import { lintOptionsOf, loadCatalogue } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { plainRemarks, remarkLines } from '../../remark-lines.ts';
import type { Terminal } from '../../terminal.ts';

/** What the command line says about an import. */
export interface ImportOptions {
  readonly into: string;
  readonly mapping?: string;
  readonly controller?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Imports exports into a plant; 0 where every row has its place, 3 where rows or questions are left, 2 where nothing was done. */
export async function runImport(files: readonly string[], options: ImportOptions, io: Terminal): Promise<number> {
  const exports = files.map((file) => ({ name: basename(file), bytes: bytesOf(file), file }));
  const unread = exports.filter(({ bytes }) => bytes === undefined);
  for (const { file } of unread) io.fail('importers.unreadable-file', { file });
  if (unread.length > 0) return exitCode.usage;
  const foreign: string[] = [];
  const readText = (file: string) => {
    const bytes = bytesOf(file);
    if (bytes === undefined) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      foreign.push(file);
      return undefined;
    }
  };
  const plant = readText(options.into);
  const mapping = options.mapping === undefined ? undefined : readText(options.mapping);
  const outcome = await importInto({
    exports: exports.flatMap(({ name, bytes }) => (bytes === undefined ? [] : [{ name, bytes }])),
    plantFile: options.into,
    plant,
    ...(options.mapping === undefined ? {} : { mappingFile: options.mapping }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(options.controller === undefined ? {} : { controller: options.controller }),
    lint: lintOptionsOf(loadCatalogue()),
    readText,
  });
  for (const file of foreign) io.fail('importers.list-encoding', { file });
  if (foreign.length > 0) return exitCode.usage;
  if (!outcome.ok) {
    for (const fault of outcome.faults) io.note(formatFault(fault, io.language));
    for (const because of outcome.because) io.note(say(because, io.language));
    if (outcome.faults.length > 0) io.note(formatFaultCount(outcome.faults.length, io.language));
    return exitCode.usage;
  }
  const { result } = outcome;
  if (options.json === true) io.print(JSON.stringify(plainOf(result, io), null, 2));
  else print(result, io);
  for (const { file, source } of result.writes) {
    if (options.dryRun !== true) replace(file, source);
    io.note(io.say(options.dryRun === true ? 'importers.would-write' : 'importers.written', { file }));
  }
  if (result.writes.length === 0) io.note(io.say('importers.nothing'));
  if (result.read.length === 0) return exitCode.usage;
  const left = result.open.length + result.unrecognised.length + result.faults.length;
  return left > 0 ? exitCode.inconclusive : exitCode.done;
}

function print(result: ImportResult, io: Terminal): void {
  const { functions, read, unrecognised, open, questions, skipped, list, faults, oddLimits, remarks } = result;
  const of = (sheet: string | undefined) => (sheet === undefined || sheet === '' ? '' : ` ${sheet}`);
  for (const { file, sheet, format, rows } of read)
    io.print(io.say('importers.read', { file, sheet: of(sheet), format, rows }));
  for (const { file, sheet } of unrecognised) io.print(io.say('importers.unrecognised', { file, sheet: of(sheet) }));
  for (const { file, place, tag = '—', because } of open)
    io.print(io.say('importers.open-row', { file, place, tag, because }));
  for (const each of list.kept) io.print(io.say('importers.kept', each));
  if (list.missingColumns.length > 0)
    io.print(io.say('importers.missing-columns', { file: list.file, columns: list.missingColumns.join(', ') }));
  for (const { path, rows } of questions) io.print(io.say('importers.question', { path: path.join(' / '), rows }));
  if (faults.length > 0) io.print(io.say('importers.check-says'));
  for (const fault of faults) io.print(formatFault(fault, io.language));
  if (oddLimits.length + remarks.length > 0) io.print(io.say('remarks.head'));
  for (const { file, place, tag = '—', because } of oddLimits)
    io.print(io.say('importers.open-row', { file, place, tag, because }));
  for (const line of remarkLines(remarks, io)) io.print(line);
  if (functions.added.length + functions.standing.length > 0)
    io.print(
      io.say('importers.functions-count', { added: functions.added.length, standing: functions.standing.length }),
    );
  const { added, unchanged } = list;
  io.print(io.say('importers.count', { added: added.length, unchanged, open: open.length, skipped: skipped.length }));
}

/** The result with its sentences said, and the names of the files that change. */
function plainOf(result: ImportResult, io: Terminal): object {
  const said = (rows: ImportResult['open']) =>
    rows.map(({ because, ...row }) => ({ ...row, because: say(because, io.language) }));
  const { open, skipped, writes, faults, oddLimits, remarks, ...rest } = result;
  const plain = faults.map(({ because, ...place }) => ({ ...place, because: say(because, io.language) }));
  return {
    ...rest,
    faults: plain,
    oddLimits: said(oddLimits),
    remarks: plainRemarks(remarks, io),
    open: said(open),
    skipped: said(skipped),
    changes: writes.map(({ file }) => file),
  };
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all: a plant file is never left half written. */
function replace(file: string, source: string): void {
  const beside = `${file}.new`;
  writeFileSync(beside, source);
  renameSync(beside, file);
}
