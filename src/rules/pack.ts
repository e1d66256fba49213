import { z } from 'zod';
import type { Rule } from './rule.ts';
import { calendarDate, type Localized, localized } from './written-forms.ts';

/** pack.yaml: what the pack is, what it extends, and only the differences. */
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: localized,
  edition: z.string().min(1),
  /** Packs whose rules it takes over; looked up beside it and among the packs that ship with the tool. */
  extends: z.array(z.string()).default([]),
  /** Rules of its own: folders beside pack.yaml. */
  rules: z.array(z.string()).default([]),
  /** Differences to the rules that it extends: parameters of their checks, or leaving one out. */
  change: z
    .record(z.string(), z.union([z.literal('leave-out'), z.strictObject({ with: z.record(z.string(), z.unknown()) })]))
    .default({}),
  in_force: z.strictObject({ from: calendarDate, to: calendarDate.optional() }).optional(),
});

/** A loaded pack: its rules with all differences applied, and the hash of every byte that it was made of. */
export interface Pack {
  readonly id: string;
  readonly title: Localized;
  readonly edition: string;
  readonly rules: readonly Rule[];
  readonly sha256: string;
}

/** A fault in a pack: where it stands and what is wrong. */
export interface PackFault {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly because: string;
}
