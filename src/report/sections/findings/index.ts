export { buildFindings, type FindingModel, type FindingsModel } from './build.ts';
export { drawFindings } from './draw.ts';
