export { resultDocument, resultText } from './result-document.ts';
export type { ResultDocument } from './result-schema.ts';
