import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from '../../../src/messages/index.ts';
import {
  type AttachedFile,
  carriesRecord,
  conclusionOf,
  earlierRecords,
  isBundle,
  photographStatements,
  redraw,
  type Statement,
  verifyBundle,
  verifyEntries,
  verifyReport,
} from '../../../src/report/index.ts';
import { exitCode } from '../../exit-code.ts';
import { readEvidence } from '../../read-evidence.ts';
import type { Terminal } from '../../terminal.ts';
import { version } from '../../version.ts';
import type { VerifyOptions } from './verb.ts';

const codes = { holds: exitCode.done, broken: exitCode.notSatisfied, unknown: exitCode.inconclusive };

/** Verifies a file of any of the three kinds and prints what was found; the exit code says what it comes to. */
export async function verifyFile(file: string, options: VerifyOptions, io: Terminal): Promise<number> {
  let statements: readonly Statement[];
  try {
    statements = await statementsOf(file, options);
  } catch (error) {
    io.fail('verify.unreadable', { file, message: error instanceof Error ? error.message : String(error) });
    return exitCode.usage;
  }
  const conclusion = conclusionOf(statements);
  if (options.json === true) {
    const lines = statements.map(({ state, says }) => ({ state, says: say(says, io.language), key: says.key }));
    io.print(JSON.stringify({ format: 'tripline-verification/1', file, conclusion, statements: lines }, null, 2));
  } else {
    for (const { state, says } of statements) io.print(`${io.say(`verify.mark-${state}`)} ${say(says, io.language)}`);
    io.print(io.say(`verify.conclusion-${conclusion}`));
  }
  return codes[conclusion];
}

async function statementsOf(
  file: string,
  { record, head, ca, bodyFont }: VerifyOptions,
): Promise<readonly Statement[]> {
  const bytes = readFileSync(file);
  const check = {
    authorities: ca.map((each) => new X509Certificate(readFileSync(each))),
    redraw: (
      of: Parameters<typeof redraw>[0],
      drawing: Parameters<typeof redraw>[1],
      attached: readonly AttachedFile[],
    ) => redraw(of, drawing, { version, attached, ...(bodyFont === undefined ? {} : { bodyFont }) }),
    ...(head === undefined ? {} : { head }),
  };
  if (isBundle(bytes)) return verifyBundle(bytes, check);
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') {
    const { statements, record: own } = verifyEntries(readEvidence(file), head);
    const photographOf = (name: string) => {
      const path = join(dirname(file), name);
      return existsSync(path) ? readFileSync(path) : undefined;
    };
    return [...statements, ...(own === undefined ? [] : photographStatements(own, photographOf))];
  }
  const beside = join(dirname(file), 'audit.sqlite');
  // A report that carries its record needs none beside it; one that is named is held against it.
  const from = record ?? (!carriesRecord(bytes) && existsSync(beside) ? beside : undefined);
  if (from === undefined) return verifyReport(bytes, check);
  const chain = verifyEntries(readEvidence(from), head);
  const { record: found } = chain;
  const earlier = found?.formerHeads === undefined ? [] : earlierRecords(readEvidence(from), found);
  const report = await verifyReport(bytes, found === undefined ? check : { ...check, record: found, earlier });
  return [...chain.statements, ...report];
}
