export { buildRecheck, type RecheckModel } from './build.ts';
export { drawRecheck } from './draw.ts';
