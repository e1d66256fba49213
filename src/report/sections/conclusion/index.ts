export { type AnswerModel, buildConclusion, type ConclusionModel } from './build.ts';
export { drawConclusion } from './draw.ts';
