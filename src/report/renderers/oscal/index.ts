export { assessmentResults } from './assessment-results.ts';
export { planOfAction } from './plan-of-action.ts';
