import type { Sheet } from '../renderers/pdf/index.ts';
import type { Source } from '../source.ts';
import { buildChain, type ChainModel, drawChain } from './chain/index.ts';
import { buildConclusion, type ConclusionModel, drawConclusion } from './conclusion/index.ts';
import { buildControllers, type ControllersModel, drawControllers } from './controllers/index.ts';
import { buildCover, type CoverModel, drawCover } from './cover/index.ts';
import { buildCoverage, type CoverageModel, drawCoverage } from './coverage/index.ts';
import { buildFindings, drawFindings, type FindingsModel } from './findings/index.ts';
import { buildOtherFindings, drawOtherFindings, type OtherFindingsModel } from './other-findings/index.ts';
import { buildReadings, drawReadings, type ReadingsModel } from './readings/index.ts';
import { buildRules, drawRules, type RulesModel } from './rules/index.ts';
import { buildTraffic, drawTraffic, type TrafficModel } from './traffic/index.ts';
import { buildUnverified, drawUnverified, type UnverifiedModel } from './unverified/index.ts';

/** What each section has to say. A new section is a folder, a line here and a line in the register below. */
export interface SectionModels {
  readonly cover: CoverModel;
  readonly conclusion: ConclusionModel;
  readonly unverified: UnverifiedModel;
  readonly findings: FindingsModel;
  readonly otherFindings: OtherFindingsModel;
  readonly coverage: CoverageModel;
  readonly controllers: ControllersModel;
  readonly readings: ReadingsModel;
  readonly traffic: TrafficModel;
  readonly rules: RulesModel;
  readonly chain: ChainModel;
}
type SectionName = keyof SectionModels;

interface Section<M> {
  build(source: Source): M;
  draw(sheet: Sheet, model: M): void;
}

/** How each section is arranged and drawn, in the order of the report. */
const register: { readonly [N in SectionName]: Section<SectionModels[N]> } = {
  cover: { build: buildCover, draw: drawCover },
  conclusion: { build: buildConclusion, draw: drawConclusion },
  unverified: { build: buildUnverified, draw: drawUnverified },
  findings: { build: buildFindings, draw: drawFindings },
  otherFindings: { build: buildOtherFindings, draw: drawOtherFindings },
  coverage: { build: buildCoverage, draw: drawCoverage },
  controllers: { build: buildControllers, draw: drawControllers },
  readings: { build: buildReadings, draw: drawReadings },
  traffic: { build: buildTraffic, draw: drawTraffic },
  rules: { build: buildRules, draw: drawRules },
  chain: { build: buildChain, draw: drawChain },
};

/** Arranges all sections; a section that throws makes the report impossible, it is never left out. */
export function buildSections(source: Source): SectionModels {
  const models: { -readonly [N in SectionName]?: SectionModels[N] } = {};
  for (const name of names()) build(name);
  if (!isComplete(models)) throw new Error('a section of the report was not arranged');
  return models;

  function build<N extends SectionName>(name: N): void {
    models[name] = register[name].build(source);
  }
}

/** Draws all sections in their order. */
export function drawSections(sheet: Sheet, models: SectionModels): void {
  for (const name of names()) draw(name);

  function draw<N extends SectionName>(name: N): void {
    register[name].draw(sheet, models[name]);
  }
}

function names(): readonly SectionName[] {
  return Object.keys(register).filter((name): name is SectionName => name in register);
}

function isComplete(models: Partial<SectionModels>): models is SectionModels {
  return names().every((name) => models[name] !== undefined);
}
