import type { MessageKey } from './catalogue.ts';

/** The two languages of the catalogue. */
export type Language = 'zh' | 'en';

/** A value that may stand in a message: said as it is in both languages, unless it is a Text or brings both languages itself. */
export type TextValue = string | number | Text | { readonly zh: string; readonly en: string };

/**
 * A sentence as data: a key of the catalogue and the values that fill its `{placeholders}`.
 * Records hold Texts, never sentences, so that one record can be printed in either language.
 */
export interface Text {
  readonly key: MessageKey;
  readonly with?: Readonly<Record<string, TextValue>>;
}
