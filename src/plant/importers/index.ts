export { compareExports, type ExportChange } from './comparison/index.ts';
export { type ImportInput, type ImportOutcome, type ImportResult, importInto } from './import-into.ts';
