import type { AuditRecord, CoverageRow, Outcome, PartOutcome } from '../audit/index.ts';
import { type Text, text } from '../messages/index.ts';
import { settling } from './settling.ts';

/** Something that could not be judged: for which outcome, what was missing, why, and what would settle it. */
export interface Doubt {
  readonly outcome: Outcome;
  /** A tag, a controller or a unit; absent when nothing in particular was missing. */
  readonly of?: string;
  readonly reason: Text;
  readonly settle: Text;
}

/** Every doubt of a record, also those beside a part that failed: a fault that is proved hides no doubt. */
export function doubtsOf(record: AuditRecord): readonly Doubt[] {
  return record.outcomes.flatMap((outcome) => doubtsAbout(outcome, record));
}

/** The doubts of one outcome. */
export function doubtsAbout(outcome: Outcome, record: AuditRecord): readonly Doubt[] {
  return outcome.parts
    .filter((part) => part.result === 'unknown' || part.result === 'error')
    .flatMap((part) => doubtsOfPart(part, outcome, record));
}

function doubtsOfPart(part: PartOutcome, outcome: Outcome, record: AuditRecord): readonly Doubt[] {
  if (part.missing.length > 0) {
    return part.missing.map(({ of, why }) => ({
      outcome,
      of,
      reason: attributed(of, why, record),
      settle: settling(of, record),
    }));
  }
  const reason = part.because ?? text('report.reason-not-recorded');
  const settle = text(part.result === 'error' ? 'report.settle-tool' : 'report.settle-declare');
  return [{ outcome, reason, settle }];
}

/** A reason names the controller that it is about; some do already. */
function attributed(of: string, why: Text, { plant }: AuditRecord): Text {
  const controller = plant.points.get(of)?.controller ?? plant.controllers.find((it) => it.id === of)?.id;
  if (controller === undefined || why.with?.['controller'] === controller) return why;
  return text('report.reason-at', { controller, why });
}

/** The doubts that touch one required function. */
export function doubtsOfRow(row: CoverageRow, doubts: readonly Doubt[]): readonly Doubt[] {
  return doubts.filter(({ outcome }) => outcome.subject.rows.includes(row.id) || outcome.subject.id === row.id);
}

/** Why a row came out as it did; a doubt names the controller that it is about. */
export function reasonsOfRow(row: CoverageRow, doubts: readonly Doubt[]): readonly Text[] {
  const own = row.result === 'unknown' ? doubtsOfRow(row, doubts).map((doubt) => doubt.reason) : [];
  return own.length > 0 ? own : row.because;
}
