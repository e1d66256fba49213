import type { Text } from '../../messages/index.ts';

/** The drafts, in the order in which a case comes to need them. */
export const draftKinds = ['inspection-record', 'notice', 'confirmation', 'plan', 'order', 'review'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** A sentence of the catalogue, or words that somebody wrote or that the record holds in both languages. */
export type Said = Text | string | { readonly zh: string; readonly en: string };

/**
 * A labelled line. `as` says what it is on the paper, where it is more than a line of the form: who issues it, its number, a
 * note to these, whom it is addressed to, the place of the seal, the day of signing, or one of two that share a line.
 */
export interface DraftField {
  readonly label: Text;
  readonly value?: Said;
  readonly as?: 'issuer' | 'number' | 'issuer-note' | 'addressee' | 'seal' | 'date' | 'half';
}

/** A part of a draft. A field without a value is left blank for a person to fill in by hand. */
export type DraftBlock =
  | { readonly kind: 'fields'; readonly rows: readonly DraftField[] }
  /** `note`: of the paper itself, how many copies say, not of its matter. */
  | { readonly kind: 'paragraph'; readonly says: Said; readonly as?: 'note' }
  | { readonly kind: 'list'; readonly title?: Text; readonly items: readonly Said[] }
  | { readonly kind: 'table'; readonly head: readonly Text[]; readonly rows: readonly (readonly Said[])[] };

/** A draft as data; the layout comes with the report. It is marked as a draft, and what only the authority may write is blank. */
export interface Draft {
  readonly kind: DraftKind;
  readonly title: Text;
  /** 草稿 of the authority's own paper, or 建议稿 of another's. */
  readonly marking: 'draft' | 'proposal';
  readonly simulated: boolean;
  readonly blocks: readonly DraftBlock[];
}
