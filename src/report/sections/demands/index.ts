export { buildDemands, type DemandsModel } from './build.ts';
export { drawDemands } from './draw.ts';
