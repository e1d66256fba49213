import type { Text } from '../../messages/index.ts';

/** What kind of thing is lacking, in the order in which a day on site goes. */
export const checklistKinds = ['reading', 'witness', 'document', 'photograph'] as const;
export type ChecklistKind = (typeof checklistKinds)[number];

/** How an answer that is typed back enters the plant file; absent where only looking again settles it. */
export type ChecklistAnswer =
  | { readonly is: 'approval'; readonly function: string; readonly cause: number }
  | { readonly is: 'file'; readonly document: string }
  | { readonly is: 'renewal'; readonly document: string }
  | { readonly is: 'proof-test'; readonly function: string }
  | { readonly is: 'statement'; readonly what: string; readonly of?: string }
  | { readonly is: 'photograph'; readonly outcome: string };

/** One thing that the record still lacks. */
export interface ChecklistItem {
  /** Stable as long as the same is lacking: `approval:SIF-101:0`. */
  readonly id: string;
  readonly kind: ChecklistKind;
  /** Absent: of the whole enterprise. */
  readonly unit?: string;
  readonly says: Text;
  readonly answer?: ChecklistAnswer;
}
