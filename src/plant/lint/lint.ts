import type { Draft } from '../draft.ts';
import type { PlantFault } from '../plant-fault.ts';

/** What the lint may know beside the plant file. */
export interface LintOptions {
  /** Triggers and actions of a row of the catalogue; undefined where there is no such row. Every process has a row C01. */
  readonly knownRows?: (
    id: string,
  ) => { readonly triggers: readonly string[]; readonly actions: readonly string[] } | undefined;
  /** Names of the monitored parameters of a process; undefined where there is no such process. */
  readonly knownParameters?: (process: string) => readonly string[] | undefined;
}

/** One rule of thumb: the faults that it sees in a draft. What could not be read is passed over; it has its own fault. */
export type Lint = (draft: Draft, options: LintOptions) => readonly PlantFault[];
