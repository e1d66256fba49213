export { draftMarkdown } from './draft-markdown.ts';
