export { buildControllers, type ControllersModel } from './build.ts';
export { drawControllers } from './draw.ts';
