export { buildCauseEffect, type CauseEffectModel } from './build.ts';
export { drawCauseEffect } from './draw.ts';
