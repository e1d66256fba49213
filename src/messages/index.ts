export { catalogue, type MessageKey } from './catalogue.ts';
export { say, text } from './say.ts';
export type { Language, Text, TextValue } from './text.ts';
