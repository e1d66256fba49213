export type { ChecklistAnswer, ChecklistItem, ChecklistKind } from './checklist.ts';
export { checklistKinds } from './checklist.ts';
export { checklistOf, type Known } from './checklist-of.ts';
export { photographId } from './photograph-id.ts';
