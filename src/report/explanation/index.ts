export { type Explanation, explainOutcome } from './explain-outcome.ts';
export { explanationText } from './explanation-text.ts';
