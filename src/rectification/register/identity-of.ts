import type { AuditRecord, ExpertFinding, Outcome } from '../../audit/index.ts';
import { expertRule } from '../case/opened.ts';

/**
 * What makes two findings the same fault: enterprise, unit, rule and subject. Names of files, order of lists, editions
 * of packs and values do not matter.
 */
export function identityOf({ enterprise }: AuditRecord['plant'], { id, subject }: Outcome): string {
  return [enterprise.uscc, subject.unit ?? '-', id].join(' ');
}

/** What a person saw is the same where unit, subject and words are: nobody but a person can tell more. */
export function identityOfSeen({ enterprise }: AuditRecord['plant'], { unit, subject, text }: ExpertFinding): string {
  return [enterprise.uscc, unit ?? '-', `${expertRule}@${subject ?? '-'}`, text].join(' ');
}
