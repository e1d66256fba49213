import type { AuditRecord, Outcome, OutcomeBehind } from '../../audit/index.ts';
import { say, type Text } from '../../messages/index.ts';
import type { Clause } from '../../rules/index.ts';
import type { CaseFinding } from '../case/opened.ts';

/** What a case keeps of a failed outcome. */
export function findingOf(record: AuditRecord, outcome: Outcome): CaseFinding {
  const { subject, proposedLimit, due, clause, also, behind = [], immediate } = outcome;
  const pack = record.packs.find(({ id }) => id === outcome.pack) ?? record.packs[0];
  const { kind, id, name, unit } = subject;
  return {
    outcome: outcome.id,
    rule: outcome.rule,
    pack: outcome.pack,
    packSha256: pack?.sha256 ?? '',
    subject: { kind, id, name, ...(unit === undefined ? {} : { unit }) },
    statement: outcome.statement,
    parts: outcome.parts
      .filter((part) => part.result === 'fail')
      .map(({ part, expected, actual, because }) => ({
        part,
        ...(expected === undefined ? {} : { expected: inBoth(expected) }),
        ...((actual ?? because) === undefined ? {} : { actual: inBoth(actual ?? because) }),
      })),
    severity: outcome.severity,
    weight: outcome.weight,
    clauses: [...(clause === undefined ? [] : [clause]), ...also, ...behind.flatMap(told)].map(clauseText),
    ...(outcome.weight === 'not-yet-due' && due !== undefined ? { notYetDue: due.date } : {}),
    ...(immediate === undefined ? {} : { immediate }),
    remediation: outcome.remediation,
    ...(proposedLimit === undefined ? {} : { limitDays: proposedLimit.days }),
  };
}

/** The clause of a rule that stands behind, where it is known to concern the enterprise. */
function told({ clause, untold }: OutcomeBehind): readonly Clause[] {
  return clause === undefined || untold !== undefined ? [] : [clause];
}

function inBoth(it: Text | undefined): { readonly zh: string; readonly en: string } {
  return it === undefined ? { zh: '—', en: '—' } : { zh: say(it, 'zh'), en: say(it, 'en') };
}

/** A clause in one line, with fact and confidence. */
export function clauseText({ document, item, fact, text }: Clause): string {
  return `${document}${item === undefined ? '' : ` ${item}`} (${fact}, ${text})`;
}
