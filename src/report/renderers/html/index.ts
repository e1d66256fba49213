export { checklistHtml } from './checklist-html.ts';
export { htmlOf } from './render-html.ts';
