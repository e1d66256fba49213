import type { Clause } from '../rules/index.ts';

/**
 * What a person saw on site with their own eyes, added to the evidence of a finished audit. It stands beside the verdicts
 * of the machine, is marked as what it is, and changes none of them.
 */
export interface ExpertFinding {
  /** Running number within its evidence: `expert-1`. */
  readonly id: string;
  readonly text: string;
  /** Absent: of the whole enterprise. */
  readonly unit?: string;
  /** A function, controller, element or tag, in the words of the plant file; absent = nothing in particular. */
  readonly subject?: string;
  /** Absent: not known. */
  readonly clause?: Clause;
  /** Photographs beside the evidence file, by name and SHA-256. */
  readonly photographs: readonly { readonly file: string; readonly sha256: string }[];
  readonly by: string;
  /** The day on which it was seen. */
  readonly date: string;
  readonly remediation?: string;
  /** Local time at which it was written down. */
  readonly recordedAt: string;
}
