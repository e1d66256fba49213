import type { AuditRecord, Outcome } from '../../audit/index.ts';

/**
 * What makes two findings the same fault: enterprise, unit, rule and subject. Names of files, order of lists, editions
 * of packs and values do not matter.
 */
export function identityOf({ enterprise }: AuditRecord['plant'], { id, subject }: Outcome): string {
  return [enterprise.uscc, subject.unit ?? '-', id].join(' ');
}
