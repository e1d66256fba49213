import type { AuditRecord, ExpertFinding } from '../../audit/index.ts';
import { say, text } from '../../messages/index.ts';
import { type CaseFinding, expertRule } from '../case/opened.ts';
import { clauseText } from './finding-of.ts';

/** What a case keeps of something that a person saw: their words, marked as theirs. */
export function findingOfSeen({ plant }: AuditRecord, finding: ExpertFinding): CaseFinding {
  const { id, unit, subject, clause, remediation, by, date } = finding;
  const inBoth = (words: string) => ({ zh: words, en: words });
  const seen = text('finding.seen', { by, date });
  return {
    outcome: `${id}@${subject ?? unit ?? plant.enterprise.uscc}`,
    rule: expertRule,
    pack: expertRule,
    packSha256: '',
    subject: {
      kind: subject === undefined ? (unit === undefined ? 'enterprise' : 'unit') : 'subject',
      id: subject ?? unit ?? plant.enterprise.name,
      name: plant.units.find((each) => each.id === unit)?.name ?? plant.enterprise.name,
      ...(unit === undefined ? {} : { unit }),
    },
    statement: inBoth(finding.text),
    parts: [{ part: id, actual: { zh: say(seen, 'zh'), en: say(seen, 'en') } }],
    severity: 'general',
    weight: expertRule,
    clauses: clause === undefined ? [] : [clauseText(clause)],
    remediation: inBoth(remediation ?? finding.text),
  };
}
