export { buildRectification, type RectificationModel } from './build.ts';
export { drawRectification } from './draw.ts';
