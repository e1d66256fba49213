export { buildTraffic, type TrafficModel } from './build.ts';
export { drawTraffic } from './draw.ts';
