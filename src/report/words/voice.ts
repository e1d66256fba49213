import { type Language, type MessageKey, say, type Text, type TextValue, text } from '../../messages/index.ts';
import type { Localized } from '../../rules/index.ts';
import { printable } from './printable.ts';

/** Says everything of one report in one language. */
export interface Voice {
  readonly language: Language;
  /** A message of the catalogue with its values. */
  say(key: MessageKey, values?: Readonly<Record<string, TextValue>>): string;
  /** A sentence that the record holds; characters that a device brought in and no page has are written out. */
  tell(it: Text): string;
  /** The side of a text that brings both languages itself. */
  pick(it: Localized): string;
}

/** The voice of a language; a message without a value for one of its placeholders throws. */
export function voiceOf(language: Language): Voice {
  return {
    language,
    say: (key, values) => say(text(key, values), language),
    tell: (it) => printable(say(it, language)),
    pick: (it) => it[language],
  };
}
