export { buildCoverage, type CoverageModel } from './build.ts';
export { drawCoverage } from './draw.ts';
