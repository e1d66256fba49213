import { catalogue, type MessageKey } from './catalogue.ts';
import type { Language, Text, TextValue } from './text.ts';

/** Builds a Text; `values` fill the placeholders of the message `key`. */
export function text(key: MessageKey, values?: Readonly<Record<string, TextValue>>): Text {
  return values === undefined ? { key } : { key, with: values };
}

/** The sentence in one language. A placeholder without a value throws: that is our fault, not the user's. */
export function say(it: Text, language: Language): string {
  const template = catalogue[language][it.key];
  if (template === undefined) throw new Error(`no message ${it.key} in language ${language}`);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = it.with?.[name];
    if (value === undefined) throw new Error(`message ${it.key} needs a value for {${name}}`);
    if (typeof value !== 'object') return String(value);
    return 'key' in value ? say(value, language) : value[language];
  });
}
