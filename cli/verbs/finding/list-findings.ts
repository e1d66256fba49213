import type { ExpertFinding } from '../../../src/audit/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import type { Terminal } from '../../terminal.ts';

/** Prints what people added to an audit. */
export function listFindings(file: string, { json }: { readonly json?: boolean }, io: Terminal): number {
  const record = openRecord(file, io);
  if (record === undefined) return exitCode.usage;
  const { expertFindings = [] } = record;
  if (json === true) io.print(JSON.stringify(expertFindings, null, 2));
  else if (expertFindings.length === 0) io.print(io.say('finding.none'));
  else for (const each of expertFindings) io.print(findingLine(each, io));
  return exitCode.done;
}

/** One finding on one line. */
export function findingLine(finding: ExpertFinding, io: Terminal): string {
  const { id, date, by, unit, subject, text, clause, photographs } = finding;
  return io.say('finding.line', {
    id,
    date,
    by,
    about: [unit, subject].filter((each) => each !== undefined).join(' ') || io.say('finding.whole-enterprise'),
    text,
    clause: clause === undefined ? io.say('finding.clause-unknown') : `${clause.document} (${clause.fact})`,
    photos: photographs.length,
  });
}
