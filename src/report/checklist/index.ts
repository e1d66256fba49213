export type { ChecklistAnswer, ChecklistItem, ChecklistKind } from './checklist.ts';
export { checklistKinds } from './checklist.ts';
export { checklistOf } from './checklist-of.ts';
export { photographId } from './photograph-id.ts';
