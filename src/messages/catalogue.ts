import * as en from './en/index.ts';
import * as zh from './zh/index.ts';

type Areas = typeof zh;

/** Every key of every area; the Chinese catalogue leads, the English one must have the same keys. */
export type MessageKey = { [A in keyof Areas]: keyof Areas[A] }[keyof Areas] & string;

/** All messages of both languages, by key. */
export const catalogue: Readonly<Record<'zh' | 'en', Readonly<Record<MessageKey, string>>>> = {
  zh: Object.assign({}, ...Object.values(zh)),
  en: Object.assign({}, ...Object.values(en)),
};
