import type { AuditRecord, Outcome } from '../audit/index.ts';

/** Severities of findings, gravest first. */
export const severities = [
  'major',
  'borderline',
  'general',
  'lesser',
] as const satisfies readonly Outcome['severity'][];

/** The findings that bind the enterprise, gravest first, otherwise in the order of the record. */
export function bindingFindings({ outcomes }: AuditRecord): readonly Outcome[] {
  return severities.flatMap((severity) =>
    outcomes.filter(
      (outcome) => outcome.result === 'fail' && outcome.weight === 'binding' && outcome.severity === severity,
    ),
  );
}

/** Findings and remarks that bind nobody yet: not due, advisory, on an unconfirmed basis, of the house, informational. */
export function otherFindings({ outcomes }: AuditRecord): readonly Outcome[] {
  return outcomes.filter(
    ({ result, weight }) => result === 'informational' || (result === 'fail' && weight !== 'binding'),
  );
}
