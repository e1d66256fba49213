import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { type AuditRecord, appendExpertFinding } from '../../../src/audit/index.ts';
import { clauseOfFact, shippedPackIds } from '../../../src/rules/index.ts';
import { timeOf } from '../../act-options.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import type { Terminal } from '../../terminal.ts';
import { loadPacks } from '../audit/load-packs.ts';
import { findingLine } from './list-findings.ts';

/** What the command line says of something that was seen. */
export interface FindingOptions {
  readonly text: string;
  readonly by: string;
  readonly date?: string;
  readonly unit?: string;
  readonly subject?: string;
  readonly clause?: string;
  readonly photo: readonly string[];
  readonly remediation?: string;
  readonly simulatedTime?: string;
  readonly json?: boolean;
}

/** Adds what a person saw to the evidence of a finished audit; says every fault first and writes nothing where there is one. */
export function addFinding(file: string, options: FindingOptions, io: Terminal): number {
  const time = timeOf(options, io);
  const record = openRecord(file, io);
  if (time === undefined || record === undefined) return exitCode.usage;
  const { text, by, subject, remediation } = options;
  const faults: (() => void)[] = [];
  for (const [option, value] of [
    ['--text', text],
    ['--by', by],
  ] as const)
    if (value.trim() === '') faults.push(() => io.fail('finding.empty', { option }));
  if (time.date > time.today) faults.push(() => io.fail('finding.future', { date: time.date, today: time.today }));
  const units = record.plant.units.map(({ id }) => id);
  const unit = options.unit ?? (units.length === 1 ? units[0] : undefined);
  if (unit !== undefined && unit !== '-' && !units.includes(unit))
    faults.push(() => io.fail('finding.no-unit', { unit, units: units.join(', ') }));
  if (subject !== undefined && !subjectsOf(record).has(subject))
    faults.push(() => io.fail('finding.no-subject', { subject }));
  const fact = options.clause;
  const clause = fact === undefined ? undefined : clauseOfFact(fact, loadPacks(shippedPackIds(), io) ?? []);
  if (fact !== undefined && clause === undefined) faults.push(() => io.fail('finding.no-clause', { fact }));
  for (const photo of options.photo)
    if (!existsSync(photo)) faults.push(() => io.fail('finding.no-photo', { file: photo }));
  for (const say of faults) say();
  if (faults.length > 0) return exitCode.usage;

  const photographs = options.photo.map((photo) => {
    const sha256 = createHash('sha256').update(readFileSync(photo)).digest('hex');
    // Named by what is in it: a photograph can neither replace another nor be replaced unnoticed.
    return { from: photo, file: `photographs/${sha256.slice(0, 16)}${extname(photo).toLowerCase()}`, sha256 };
  });
  try {
    for (const { from, file: name } of photographs) {
      mkdirSync(join(dirname(file), 'photographs'), { recursive: true });
      copyFileSync(from, join(dirname(file), name));
    }
    const { finding, number, head } = appendExpertFinding(file, {
      text: text.trim(),
      ...(unit === undefined || unit === '-' ? {} : { unit }),
      ...(subject === undefined ? {} : { subject }),
      ...(clause === undefined ? {} : { clause }),
      photographs: photographs.map(({ file: name, sha256 }) => ({ file: name, sha256 })),
      by: by.trim(),
      date: time.date,
      ...(remediation === undefined ? {} : { remediation }),
      recordedAt: time.recordedAt,
    });
    if (options.json === true) io.print(JSON.stringify({ finding, number, head }, null, 2));
    else io.print(findingLine(finding, io));
    io.note(io.say('finding.added', { id: finding.id, number, head }));
    return exitCode.done;
  } catch (error) {
    io.fail('cli.no-evidence', { file, message: error instanceof Error ? error.message : String(error) });
    return exitCode.usage;
  }
}

function subjectsOf({ plant }: AuditRecord): ReadonlySet<string> {
  const elements = plant.functions.flatMap(({ effects }) => effects.map(({ element }) => element));
  return new Set([
    ...plant.functions.map(({ id }) => id),
    ...plant.controllers.map(({ id }) => id),
    ...plant.points.keys(),
    ...elements,
  ]);
}
