import type { PlacedRule } from './open-packs.ts';

/** A rule for machines: what it asks, of whom, since when and on what ground. */
export function ruleDocument({ rule, pack }: PlacedRule) {
  const { id, statement, subject, check, duty, force, severity, clause, also, effective, due, limit, remediation } =
    rule;
  return {
    id,
    pack: pack.id,
    edition: pack.edition,
    statement,
    subject,
    check: check.use,
    parameters: check.with,
    duty,
    force,
    severity,
    ...(rule.severity_basis === undefined ? {} : { severityBasis: rule.severity_basis }),
    ...(rule.applies_when === undefined ? {} : { appliesWhen: rule.applies_when }),
    ...(clause === undefined ? {} : { clause }),
    confidence: clause?.text ?? 'house',
    also,
    effective,
    ...(due === undefined ? {} : { due }),
    limit,
    remediation,
  };
}
