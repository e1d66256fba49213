export { addClaims, addToList, insertEntries, recite, setKey } from './authoring/index.ts';
export { evaluateState } from './evaluate-state.ts';
export { formatFault, formatFaultCount } from './format-fault.ts';
export {
  compareExports,
  type ExportChange,
  type ImportOutcome,
  type ImportResult,
  importInto,
} from './importers/index.ts';
export { type LoadResult, loadPlant } from './load-plant.ts';
export { hint } from './nearest.ts';
export type * from './plant.ts';
export { measuredQuantities } from './plant.ts';
export type { PlantFault } from './plant-fault.ts';
export { indexOf } from './plant-index.ts';
export type { Quantity } from './quantity.ts';
export { readSource, type SourceReader } from './read-source.ts';
export type { PlantRemark } from './remarks/index.ts';
export { type StateExpression, tagsOf } from './state-expression.ts';
export { convert } from './units.ts';
