import type { Text } from '../../messages/index.ts';

/** One cause of a matrix: its channels with their voting, and when they demand. */
export interface ImportedCause {
  readonly vote?: string;
  readonly of: readonly string[];
  readonly limit?: { readonly direction: 'above' | 'below'; readonly value: string };
  readonly demand?: 'open' | 'closed' | 'running' | 'stopped';
  /** `3s`, between the cause and every effect. */
  readonly delay?: string;
  /** The tag that holds the trip value. */
  readonly setpoint?: string;
  readonly bypass?: readonly string[];
}

/** One function of a cause-and-effect matrix, as far as its sheet tells; `doubts` are what a person must settle first. */
export interface ImportedFunction {
  readonly id: string;
  readonly name: string;
  /** The rows that say it: `C&E!R5`. */
  readonly place: string;
  readonly sil?: string;
  readonly causes: readonly ImportedCause[];
  readonly effects: readonly { readonly element: string; readonly to: string }[];
  readonly doubts: readonly Text[];
}
