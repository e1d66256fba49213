import type { Sheet } from '../renderers/pdf/index.ts';
import type { Source } from '../source.ts';
import { buildCauseEffect, type CauseEffectModel, drawCauseEffect } from './cause-effect/index.ts';
import { buildChain, type ChainModel, drawChain } from './chain/index.ts';
import { buildConclusion, type ConclusionModel, drawConclusion } from './conclusion/index.ts';
import { buildControllers, type ControllersModel, drawControllers } from './controllers/index.ts';
import { buildCover, type CoverModel, drawCover } from './cover/index.ts';
import { buildCoverage, type CoverageModel, drawCoverage } from './coverage/index.ts';
import { buildDemands, type DemandsModel, drawDemands } from './demands/index.ts';
import { buildExpertFindings, drawExpertFindings, type ExpertFindingsModel } from './expert-findings/index.ts';
import { buildFindings, drawFindings, type FindingsModel } from './findings/index.ts';
import { buildOtherFindings, drawOtherFindings, type OtherFindingsModel } from './other-findings/index.ts';
import { buildReadings, drawReadings, type ReadingsModel } from './readings/index.ts';
import { buildRecheck, drawRecheck, type RecheckModel } from './recheck/index.ts';
import { buildRectification, drawRectification, type RectificationModel } from './rectification/index.ts';
import { buildRules, drawRules, type RulesModel } from './rules/index.ts';
import { buildSignatures, drawSignatures, type SignaturesModel } from './signatures/index.ts';
import { buildTraffic, drawTraffic, type TrafficModel } from './traffic/index.ts';
import { buildTrends, drawTrends, type TrendsModel } from './trends/index.ts';
import { buildUnverified, drawUnverified, type UnverifiedModel } from './unverified/index.ts';

/** What each section has to say. A new section is a folder, a line here and a line in the register below. */
export interface SectionModels {
  readonly cover: CoverModel;
  readonly conclusion: ConclusionModel;
  readonly recheck: RecheckModel;
  readonly unverified: UnverifiedModel;
  readonly findings: FindingsModel;
  readonly expertFindings: ExpertFindingsModel;
  readonly otherFindings: OtherFindingsModel;
  readonly rectification: RectificationModel;
  readonly coverage: CoverageModel;
  readonly causeEffect: CauseEffectModel;
  readonly trends: TrendsModel;
  readonly demands: DemandsModel;
  readonly controllers: ControllersModel;
  readonly traffic: TrafficModel;
  readonly rules: RulesModel;
  readonly readings: ReadingsModel;
  readonly signatures: SignaturesModel;
  readonly chain: ChainModel;
}
export type SectionName = keyof SectionModels;

interface Section<M> {
  build(source: Source): M;
  draw(sheet: Sheet, model: M): void;
}

/** How each section is arranged and drawn, in the order of the report. */
const register: { readonly [N in SectionName]: Section<SectionModels[N]> } = {
  cover: { build: buildCover, draw: drawCover },
  conclusion: { build: buildConclusion, draw: drawConclusion },
  recheck: { build: buildRecheck, draw: drawRecheck },
  unverified: { build: buildUnverified, draw: drawUnverified },
  findings: { build: buildFindings, draw: drawFindings },
  expertFindings: { build: buildExpertFindings, draw: drawExpertFindings },
  otherFindings: { build: buildOtherFindings, draw: drawOtherFindings },
  rectification: { build: buildRectification, draw: drawRectification },
  coverage: { build: buildCoverage, draw: drawCoverage },
  causeEffect: { build: buildCauseEffect, draw: drawCauseEffect },
  trends: { build: buildTrends, draw: drawTrends },
  demands: { build: buildDemands, draw: drawDemands },
  controllers: { build: buildControllers, draw: drawControllers },
  traffic: { build: buildTraffic, draw: drawTraffic },
  rules: { build: buildRules, draw: drawRules },
  readings: { build: buildReadings, draw: drawReadings },
  signatures: { build: buildSignatures, draw: drawSignatures },
  chain: { build: buildChain, draw: drawChain },
};

/** Arranges all sections; a section that throws makes the report impossible, it is never left out. */
export function buildSections(source: Source): SectionModels {
  const models: { -readonly [N in SectionName]?: SectionModels[N] } = {};
  for (const name of sectionNames()) build(name);
  if (!isComplete(models)) throw new Error('a section of the report was not arranged');
  return models;

  function build<N extends SectionName>(name: N): void {
    models[name] = register[name].build(source);
  }
}

/** Draws the sections of an edition in the order of the report. */
export function drawSections(sheet: Sheet, models: SectionModels, edition: readonly SectionName[]): void {
  for (const name of sectionNames()) if (edition.includes(name)) draw(name);

  function draw<N extends SectionName>(name: N): void {
    register[name].draw(sheet, models[name]);
  }
}

/** The names of all sections, in the order of the report. */
export function sectionNames(): readonly SectionName[] {
  return Object.keys(register).filter((name): name is SectionName => name in register);
}

function isComplete(models: Partial<SectionModels>): models is SectionModels {
  return sectionNames().every((name) => models[name] !== undefined);
}
