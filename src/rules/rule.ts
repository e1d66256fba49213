import { z } from 'zod';
import { limitSchema } from './calendar/index.ts';
import { confidences } from './confidence.ts';
import { calendarDate, localized } from './written-forms.ts';

/** Where a requirement stands: a document, the fact that states it in our words, and how sure that is. */
export const clauseSchema = z.strictObject({
  document: z.string().min(1),
  item: z.union([z.string(), z.number()]).optional(),
  fact: z.string().regex(/^(REG|DL)-[A-Za-z0-9().α-]+$/),
  text: z.enum(confidences),
});
export type Clause = z.infer<typeof clauseSchema>;

export const subjectKinds = [
  'enterprise',
  'unit',
  'hazard-installation',
  'controller',
  'safety-function',
  'required-function',
  'gas-detector',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A requirement as data: rule.yaml. */
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  statement: localized,
  subject: z.enum(subjectKinds),
  check: z.strictObject({ use: z.string(), with: z.record(z.string(), z.unknown()).default({}) }),
  /** Whose duty it is, and how strong; only enterprise + must can fail an audit. */
  duty: z.enum(['enterprise', 'government']),
  force: z.enum(['must', 'should', 'promoted']),
  /** CEL over the facts of the subject; false = not applicable. Where what is not declared decides, the rule is unknown. */
  applies_when: z.string().optional(),
  /**
   * The unit must be in this state, otherwise the rule is not applicable (judgement.md §4): `running` now, or `ran` when
   * the window began: a demand that is acted upon stops the unit.
   */
  unit_state: z.enum(['running', 'ran']).optional(),
  /** What another system shows of the solver is accepted as proof; a pass then says so (judgement.md §6). */
  mirror: z.literal('accepted').optional(),
  /** `borderline` prints 建议按重大研判; `major` needs a clause whose words the facts fit. */
  severity: z.enum(['major', 'borderline', 'general']),
  severity_basis: clauseSchema.extend({ from: calendarDate }).optional(),
  immediate: localized.optional(),
  /** The legal basis; a rule of the house (what the tool needs to be able to judge) has none and never fails an audit. */
  clause: clauseSchema.optional(),
  also: z.array(clauseSchema).default([]),
  /**
   * A rule about the same kind of subject whose fault is this one's, too, under another law and of more subjects: what is
   * said of both is said once, by the rule that binds more strongly, and names the other.
   */
  stands_behind: z.string().optional(),
  /**
   * Without `from` its first day is not in the facts: it is older than any audit, or, where the source says only of a day
   * that it was in force on it (`known`), on an unconfirmed basis before that day.
   */
  effective: z.strictObject({
    from: calendarDate.optional(),
    known: calendarDate.optional(),
    to: calendarDate.optional(),
  }),
  due: z.strictObject({ policy: z.string(), date: calendarDate }).optional(),
  /** Proposed for the permanent repair: calendar days, months, working days or a fixed date. */
  limit: limitSchema,
  remediation: localized,
});
export type Rule = z.infer<typeof ruleSchema>;
export type Severity = Rule['severity'];
