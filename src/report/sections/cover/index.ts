export { buildCover, type CoverModel } from './build.ts';
export { drawCover } from './draw.ts';
