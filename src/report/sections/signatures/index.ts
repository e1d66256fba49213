export { buildSignatures, type SignaturesModel } from './build.ts';
export { drawSignatures } from './draw.ts';
