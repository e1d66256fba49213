export { resultDocument, resultText } from './result-document.ts';
export { type ResultDocument, resultJsonSchema } from './result-schema.ts';
