export type { ExportChange, ExportComparison, Uncompared } from './change.ts';
export { compareExports } from './compare-exports.ts';
