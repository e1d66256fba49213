export { buildRules, type RulesModel } from './build.ts';
export { drawRules } from './draw.ts';
