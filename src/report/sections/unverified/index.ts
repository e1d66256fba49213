export { buildUnverified, type UnverifiedModel } from './build.ts';
export { drawUnverified } from './draw.ts';
