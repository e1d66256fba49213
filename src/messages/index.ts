export { alignCells } from './align-cells.ts';
export { catalogue, type MessageKey } from './catalogue.ts';
export { displayWidth } from './display-width.ts';
export { say, text } from './say.ts';
export type { Language, Text, TextValue } from './text.ts';
export { type Topic, topicNamed, topics } from './topics.ts';
