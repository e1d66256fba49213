import type { Text } from '../messages/index.ts';
import type { Localized, Nature, Standing } from '../rules/index.ts';

/** The columns of the coverage matrix. */
export const columns = ['declared', 'built', 'independent', 'live', 'setting', 'action', 'inService'] as const;
export type Column = (typeof columns)[number];

/** ✔, ✖, ? or –; never empty. */
export type Cell = 'yes' | 'no' | 'unknown' | 'not-judged';

/** One required function of one unit, judged. */
export interface CoverageRow {
  readonly id: string;
  readonly unit: string;
  readonly process: string;
  readonly row: string;
  readonly name: Localized;
  readonly nature: Nature;
  readonly emergency: boolean;
  readonly standing: Standing;
  readonly proof: 'live' | 'document';
  readonly functions: readonly string[];
  readonly cells: Readonly<Record<Column, Cell>>;
  readonly result: 'pass' | 'fail' | 'unknown';
  /** What made it fail or unknown, or the pass by document; one sentence each. */
  readonly because: readonly Text[];
  /** Triggers and actions of the row that no declared function covers. */
  readonly uncovered: { readonly triggers: readonly string[]; readonly actions: readonly string[] };
}

/** Yes, no and unknown add up to the denominator. */
export interface Answer {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/** The counts of one unit or of the whole plant; rows outside the denominators are counted apart. */
export interface CoverageCounts {
  readonly required: number;
  readonly live: { readonly required: number; readonly judged: number };
  readonly document: { readonly required: number; readonly judged: number };
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly unconfirmedBasis: number;
  readonly recommended: number;
  readonly built: Answer;
  readonly esdPresent: Answer;
  readonly inService: Answer;
}

export interface Coverage {
  readonly rows: readonly CoverageRow[];
  readonly units: readonly ({ readonly unit: string } & CoverageCounts)[];
  readonly all: CoverageCounts;
}
