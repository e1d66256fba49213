export { type ImportInput, type ImportOutcome, type ImportResult, importInto } from './import-into.ts';
