export { buildExpertFindings, type ExpertFindingsModel } from './build.ts';
export { drawExpertFindings } from './draw.ts';
