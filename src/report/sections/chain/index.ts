export { buildChain, type ChainModel } from './build.ts';
export { drawChain } from './draw.ts';
