export { buildReadings, type ReadingsModel } from './build.ts';
export { drawReadings } from './draw.ts';
