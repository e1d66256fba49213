export {
  type Catalogue,
  type CatalogueProcess,
  type CatalogueRow,
  type FunctionKind,
  functionKinds,
  type Nature,
  natures,
} from './catalogue.ts';
export { knownRow } from './known-row.ts';
export { loadCatalogue } from './load-catalogue.ts';
export { isEmergency, natureOf } from './nature-of.ts';
export { type RequiredFunction, requiredFunctions, type Standing } from './required-function.ts';
export { type Pair, uncoveredPairs } from './uncovered-pairs.ts';
