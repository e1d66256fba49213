export { buildCoverage, type CoverageModel, type MatrixRow } from './build.ts';
export { drawCoverage } from './draw.ts';
