export { buildOtherFindings, type OtherFindingsModel } from './build.ts';
export { drawOtherFindings } from './draw.ts';
