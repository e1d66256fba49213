import { z } from 'zod';
import { calendarDate } from '../../rules/index.ts';
import { citationSchema } from './move.ts';
import { grades } from './stage.ts';

/** A sentence in both languages, as it was said on the day: a later wording of the catalogue does not change a record. */
const sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).readonly();

/** The enterprise that a case is about. */
export const enterpriseSchema = z
  .strictObject({ name: z.string().min(1), uscc: z.string().length(18), town: z.string().optional() })
  .readonly();
export type CaseEnterprise = z.infer<typeof enterpriseSchema>;

/** In place of a rule: a person saw it on site. */
export const expertRule = 'expert';

/** What an audit found wrong, as far as a case needs it without the audit at hand. */
export const findingSchema = z
  .strictObject({
    /** `rule@subject`, the outcome in the audit. */
    outcome: z.string().min(1),
    rule: z.string().min(1),
    pack: z.string().min(1),
    packSha256: z.string(),
    subject: z
      .strictObject({ kind: z.string(), id: z.string(), name: z.string(), unit: z.string().optional() })
      .readonly(),
    statement: sentence,
    parts: z.array(z.strictObject({ part: z.string(), expected: sentence.optional(), actual: sentence.optional() })),
    severity: z.enum(['major', 'borderline', 'general', 'lesser']),
    weight: z.string(),
    clauses: z.array(z.string()),
    /** A policy milestone that had not come on the law date. */
    notYetDue: calendarDate.optional(),
    immediate: sentence.optional(),
    remediation: sentence,
    limitDays: z.int().positive().optional(),
  })
  .readonly();
export type CaseFinding = z.infer<typeof findingSchema>;

/** The birth of a case. */
export const openedSchema = z
  .strictObject({
    case: z.string().min(1),
    /** Who and what: enterprise, unit, rule and subject; the same in every audit of the same fault. */
    identity: z.string().min(1),
    enterprise: enterpriseSchema,
    finding: findingSchema,
    grade: z.enum(grades),
    audit: citationSchema,
    date: calendarDate,
    by: z.string().min(1),
    /** Reopened: the closed case that it goes on from, and why. */
    reopens: z
      .strictObject({ case: z.string(), reason: z.string().min(1) })
      .readonly()
      .optional(),
    /** 屡查屡犯: closed cases of the same fault. */
    repeats: z.array(z.string()).readonly(),
    /** The audit read a simulated plant. */
    simulated: z.boolean(),
    recordedAt: z.string().min(19),
  })
  .readonly();
export type Opened = z.infer<typeof openedSchema>;

/** The same fault in a later audit, while its case is open. */
export const seenSchema = z
  .strictObject({
    case: z.string().min(1),
    audit: citationSchema,
    result: z.string(),
    date: calendarDate,
    by: z.string().min(1),
    recordedAt: z.string().min(19),
  })
  .readonly();
export type Seen = z.infer<typeof seenSchema>;
