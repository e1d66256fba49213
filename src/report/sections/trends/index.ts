export { buildTrends, type TrendModel, type TrendsModel } from './build.ts';
export { drawTrends } from './draw.ts';
export { limitLines } from './limit-lines.ts';
export { niceTicks, numberLabel } from './nice-ticks.ts';
