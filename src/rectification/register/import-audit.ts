import type { AuditRecord, Outcome } from '../../audit/index.ts';
import { type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseFinding, Opened } from '../case/opened.ts';
import type { Grade } from '../case/stage.ts';
import type { Settings } from '../settings/settings.ts';
import { censusOf } from './census-of.ts';
import { citationOf } from './citation-of.ts';
import { findingOf } from './finding-of.ts';
import { findingOfSeen } from './finding-of-seen.ts';
import { identityOf, identityOfSeen } from './identity-of.ts';
import type { NewEntry } from './register-entry.ts';
import type { RegisterState } from './register-state.ts';

/** Who takes an audit in, when it is entered, and when it is written down. */
export interface Importing {
  readonly by: string;
  readonly date: CalendarDate;
  readonly recordedAt: string;
}

/** The entries that take an audit in, or the sentence that refuses it. */
export type ImportedAudit =
  | { readonly ok: true; readonly entries: readonly NewEntry[] }
  | { readonly ok: false; readonly because: Text };

/**
 * Takes an audit into a register: a case for every new fault that binds, a note on the case where the fault is known.
 * A 推演, an audit without an end and an audit that is in already make nothing.
 */
export function importAudit(
  state: RegisterState,
  record: AuditRecord,
  importing: Importing,
  settings: Settings,
): ImportedAudit {
  const { header, plant } = record;
  const audit = citationOf(record);
  if (record.end === undefined) return refuse('rectification.import-unfinished', audit.id);
  if (header.hypothetical) return refuse('rectification.import-hypothetical', audit.id);
  if (state.audits.some((known) => known.audit.head === audit.head))
    return refuse('rectification.import-known', audit.id);
  if (importing.date < header.observationDate) return refuse('rectification.import-before-audit', audit.id);
  const { name, uscc, town } = plant.enterprise;
  const enterprise = { name, uscc, ...(town === undefined ? {} : { town }) };
  // Taken in before people added to it: only what they added is new.
  const isSupplement = state.audits.some((known) => record.formerHeads?.includes(known.audit.head) === true);
  const failed = isSupplement ? [] : record.outcomes.filter(({ result }) => result === 'fail');
  const [grounds, others] = [failed.filter(isGround), failed.filter((outcome) => !isGround(outcome))];
  const withoutCase: Record<string, number> = {};
  for (const { weight } of others) withoutCase[weight] = (withoutCase[weight] ?? 0) + 1;
  const entries: NewEntry[] = [
    {
      kind: 'audit-imported',
      body: {
        audit,
        lawDate: header.lawDate,
        simulated: header.simulatedTime,
        enterprise,
        sectors: [...plant.enterprise.sectors],
        units: header.recheck === undefined && !isSupplement ? censusOf(record) : [],
        withoutCase: header.recheck === undefined ? withoutCase : {},
        ...(header.recheck === undefined ? {} : { cites: header.recheck.head }),
        ...importing,
      },
    },
  ];
  // A re-inspection speaks only of the cases that it was made for, and what it says waits for a person.
  if (header.recheck !== undefined) return { ok: true, entries };
  const seenByPeople = record.expertFindings ?? [];
  const byIdentity = new Map<string, { readonly result: string }>([
    ...(isSupplement ? [] : record.outcomes.map((outcome) => [identityOf(plant, outcome), outcome] as const)),
    ...seenByPeople.map((finding) => [identityOfSeen(plant, finding), { result: 'fail' }] as const),
  ]);
  const known = [...state.cases.values()].filter(({ opened }) => opened.enterprise.uscc === uscc);
  const seenIdentities = new Set<string>();
  for (const it of known.filter((each) => wasOpenOn(each, header.observationDate))) {
    const outcome = byIdentity.get(it.opened.identity);
    if (outcome === undefined) continue;
    seenIdentities.add(it.opened.identity);
    const { result } = outcome;
    const seen = { case: it.opened.case, audit, result, date: header.observationDate };
    entries.push({ kind: 'case-seen', body: { ...seen, by: importing.by, recordedAt: importing.recordedAt } });
  }
  let number = nextNumber(state, header.observationDate);
  const open = (identity: string, finding: CaseFinding, grade: Grade) => {
    if (seenIdentities.has(identity)) return;
    seenIdentities.add(identity);
    const id = `${header.observationDate.slice(0, 4)}-${String(number).padStart(4, '0')}`;
    number += 1;
    const opened: Opened = {
      case: id,
      identity,
      enterprise,
      finding,
      grade,
      audit,
      date: header.observationDate,
      by: importing.by,
      repeats: known.filter((each) => each.opened.identity === identity).map((each) => each.opened.case),
      simulated: header.simulatedTime,
      recordedAt: importing.recordedAt,
    };
    entries.push({ kind: 'case-opened', body: opened });
    entries.push({ kind: 'case-moved', body: { case: id, ...importing, move: { move: 'register' } } });
  };
  for (const outcome of grounds)
    open(identityOf(plant, outcome), findingOf(record, outcome), gradeOf(outcome, header.lawDate, settings));
  // Whether what a person saw is major nobody but a person can say.
  for (const finding of seenByPeople) open(identityOfSeen(plant, finding), findingOfSeen(record, finding), 'pending');
  return { ok: true, entries };
}

/** Only what binds the enterprise, now or from its milestone on, is a ground for an order. */
function isGround({ weight }: Outcome): boolean {
  return weight === 'binding' || weight === 'not-yet-due';
}

/** A fault that an audit saw before the case was closed belongs to that case, even when it comes in later. */
function wasOpenOn(state: CaseState, date: CalendarDate): boolean {
  return state.stage !== 'closed' || state.since > date;
}

/** Running number of the year in which the fault was found. */
function nextNumber(state: RegisterState, date: CalendarDate): number {
  const year = `${date.slice(0, 4)}-`;
  const used = [...state.cases.keys()].filter((id) => id.startsWith(year)).map((id) => Number(id.slice(5)));
  return Math.max(0, ...used) + 1;
}

/** 重大 only by criteria in force on the law date; before them, and where the facts only border on them, a person grades. */
function gradeOf({ severity }: Outcome, lawDate: CalendarDate, { criteria_from }: Settings): Grade {
  if (lawDate < criteria_from.date || severity === 'borderline') return 'pending';
  return severity === 'major' ? 'major' : 'general';
}

function refuse(
  key:
    | 'rectification.import-unfinished'
    | 'rectification.import-hypothetical'
    | 'rectification.import-known'
    | 'rectification.import-before-audit',
  audit: string,
): ImportedAudit {
  return { ok: false, because: text(key, { audit }) };
}
