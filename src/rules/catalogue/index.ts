export type {
  Catalogue,
  CatalogueProcess,
  CatalogueRow,
  FunctionKind,
  Nature,
} from './catalogue.ts';
export { countIncluded } from './count-included.ts';
export { knownRow } from './known-row.ts';
export { lintOptionsOf } from './lint-options-of.ts';
export { loadCatalogue } from './load-catalogue.ts';
export { isEmergencyKind } from './nature-of.ts';
export {
  exclusionClaim,
  type ProcessScope,
  processesInScope,
  processScope,
  withExclusions,
} from './process-scope.ts';
export { type RequiredFunction, requiredFunctions, type Standing } from './required-function.ts';
export { type Pair, uncoveredPairs } from './uncovered-pairs.ts';
export { unmeasuredParameters } from './unmeasured-parameters.ts';
