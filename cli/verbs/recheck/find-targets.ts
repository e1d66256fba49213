import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditRecord, readRecordAt } from '../../../src/audit/index.ts';
import { type CaseState, expertRule, failedOutcomes, isOverdue } from '../../../src/rectification/index.ts';
import { openRecord } from '../../open-record.ts';
import { readEvidence } from '../../read-evidence.ts';
import type { Terminal } from '../../terminal.ts';

/** One earlier audit, and which of its outcomes are to be judged again. */
export interface RecheckTarget {
  readonly record: AuditRecord;
  readonly outcomes: readonly string[];
  readonly cases: readonly CaseState[];
}

/** The audits behind a case, a file or everything that is due; says what is not there and gives undefined. */
export function findTargets(
  target: string | undefined,
  cases: readonly CaseState[],
  { today, audits, due }: { readonly today: string; readonly audits: string; readonly due: boolean },
  io: Terminal,
): readonly RecheckTarget[] | undefined {
  if (target !== undefined && existsSync(target)) {
    const record = openRecord(target, io);
    if (record === undefined) return undefined;
    const outcomes = failedOutcomes(record);
    const own = cases.filter(({ opened, stage }) => stage !== 'closed' && opened.audit.head === record.chainHead);
    return outcomes.length === 0 ? [] : [{ record, outcomes, cases: own }];
  }
  const wanted = due ? cases.filter((it) => isDue(it, today)) : cases.filter(({ opened }) => opened.case === target);
  if (!due && wanted.length === 0) {
    io.fail('rectification.no-case', { case: target ?? '' });
    return undefined;
  }
  const byEye = wanted.filter(({ opened }) => opened.finding.rule === expertRule);
  for (const { opened } of byEye) io.fail('finding.by-eye', { case: opened.case });
  if (!due && byEye.length > 0) return undefined;
  const byHead = new Map<string, CaseState[]>();
  for (const it of wanted.filter((each) => !byEye.includes(each)))
    byHead.set(it.opened.audit.head, [...(byHead.get(it.opened.audit.head) ?? []), it]);
  const targets: RecheckTarget[] = [];
  for (const [head, own] of byHead) {
    const id = own[0]?.opened.audit.id ?? '';
    const record = evidenceOf(id, head, audits, io);
    if (record === undefined) {
      io.fail('rectification.recheck-no-evidence', { audit: id, folder: audits });
      return undefined;
    }
    targets.push({ record, outcomes: own.map(({ opened }) => opened.finding.outcome), cases: own });
  }
  return targets;
}

/** On request, or when the limit has come; not while a reading waits for a person, unless it settled nothing. */
function isDue(state: CaseState, today: string): boolean {
  if (state.stage === 'closed') return false;
  if (state.unconfirmed !== undefined && state.unconfirmed.verdict !== 'unverifiable') return false;
  return state.recheckAskedOn !== undefined || state.limit?.until === today || isOverdue(state, today);
}

/** The evidence file of an audit below a folder: the one whose chain has that head, whatever its name. */
function evidenceOf(id: string, head: string, folder: string, io: Terminal): AuditRecord | undefined {
  const candidates = [join(folder, id, 'audit.sqlite'), join(folder, 'audit.sqlite')];
  if (existsSync(folder))
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) candidates.push(join(folder, entry.name, 'audit.sqlite'));
  for (const file of candidates) {
    if (!existsSync(file)) continue;
    const record = openRecord(file, io);
    if (record?.chainHead === head) return record;
    // People may have added to it since: the audit as it was registered is still in it.
    if (record?.formerHeads?.includes(head) === true) return readRecordAt(readEvidence(file), head);
  }
  return undefined;
}
