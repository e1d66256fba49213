export { buildTrends, type TrendsModel } from './build.ts';
export { drawTrends } from './draw.ts';
