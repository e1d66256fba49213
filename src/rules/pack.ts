import { z } from 'zod';
import type { Text } from '../messages/index.ts';
import { type Clause, clauseSchema, type Rule } from './rule.ts';
import { calendarDate, type Localized, localized } from './written-forms.ts';

/** Another document that takes the place of this one, or whose place this one takes. */
const successionSchema = z.strictObject({
  document: z.string().min(1),
  fact: z.string(),
  text: clauseSchema.shape.text,
  from: calendarDate,
});

/** pack.yaml: what the pack is, what it extends, and only the differences. */
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: localized,
  edition: z.string().min(1),
  /** The documents whose requirements it states, with how sure the text is. */
  sources: z.array(clauseSchema).default([]),
  /** What the pack leaves out and why, and how its rules are to be read. */
  notes: z.array(localized).default([]),
  supersedes: z.array(successionSchema).default([]),
  superseded_by: z.array(successionSchema).default([]),
  /** Packs whose rules it takes over; looked up beside it and among the packs that ship with the tool. */
  extends: z.array(z.string()).default([]),
  /** Single rules of other packs: the clause of this pack stands behind them too. */
  take: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** Rules of its own: folders beside pack.yaml. */
  rules: z.array(z.string()).default([]),
  /** Differences to the rules that it extends or takes: parameters of their checks, or leaving one out. */
  change: z
    .record(z.string(), z.union([z.literal('leave-out'), z.strictObject({ with: z.record(z.string(), z.unknown()) })]))
    .default({}),
  /** Its own rules may not be in force outside of these dates. */
  in_force: z.strictObject({ from: calendarDate, to: calendarDate.optional() }).optional(),
});
type PackDescription = z.infer<typeof packSchema>;

/** A loaded pack: its rules with all differences applied, and the hash of every byte that it was made of. */
export interface Pack {
  readonly id: string;
  readonly title: Localized;
  readonly edition: string;
  readonly rules: readonly Rule[];
  readonly sha256: string;
  /** Its folder, and the rules that stand in it; the others are taken over from elsewhere. */
  readonly folder?: string;
  readonly own?: readonly string[];
  readonly sources?: readonly Clause[];
  readonly notes?: readonly Localized[];
  readonly inForce?: PackDescription['in_force'];
  readonly supersedes?: PackDescription['supersedes'];
  readonly supersededBy?: PackDescription['superseded_by'];
}

/** A fault in a pack: where it stands and what is wrong. */
export interface PackFault {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly because: Text;
}
