import type { Answer, CoverageCounts, Outcome } from '../../../audit/index.ts';
import { bindingFindings, otherFindings, severities } from '../../finding-order.ts';
import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';
import { besidesTheCount, coverageStatement, verdict } from '../../verdict.ts';
import type { Voice } from '../../words/index.ts';
import { findingAnchor } from '../findings/finding-anchor.ts';
import { problemOf } from '../rectification/build.ts';

/** One of the three answers of a unit: built, emergency shutdown present, in service. */
export interface AnswerModel extends Answer {
  readonly label: string;
  readonly says: string;
}

/** Many units, a line each. */
export interface CompactUnits {
  readonly headers: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** Satisfied, not satisfied, cannot be verified. */
    readonly tally: readonly [pass: number, fail: number, unknown: number];
    readonly answers: readonly Answer[];
  }[];
  /** What stands for the last so many units where not all of them fit, by their number. */
  readonly rest: readonly string[];
  /** The findings by severity, as one sentence. */
  readonly severities: string;
}

/** The page that a reader without time reads. */
export interface ConclusionModel {
  readonly title: string;
  readonly sentence: string;
  readonly reach: string;
  readonly beside: readonly string[];
  readonly verdict: { readonly sentence: string; readonly tone: 'good' | 'bad' | 'doubt' };
  readonly answersTitle: string;
  readonly legend: string;
  readonly units: readonly {
    readonly name: string;
    readonly counts: string;
    readonly answers: readonly AnswerModel[];
  }[];
  /** In place of the bars where there are many units: a line each, so that the conclusion stays on its page. */
  readonly compact?: CompactUnits;
  readonly findingsTitle: string;
  readonly findings: TableModel;
  readonly topTitle: string;
  /** The gravest findings with their limits, each leading to its explanation. */
  readonly top: TableModel;
  /** How many more there are; absent when all of them stand here. */
  readonly more?: string;
  readonly others: string;
  readonly proposal: string;
}

/** As many as leave the conclusion on its page. */
const topCount = 6;
/** From so many units on they stand in a line each, with fewer findings below; two of them where there is much to say. */
const manyUnits = 3;
const topCountOfMany = 3;

/** Arranges the conclusion; the coverage statement comes first. */
export function buildConclusion(source: Source): ConclusionModel {
  const { record, voice } = source;
  const { coverage, plant } = record;
  const statement = coverageStatement(coverage.all, record);
  const { sentence, tone } = verdict(record);
  const findings = bindingFindings(record);
  const isMany = coverage.units.length >= (findings.length > topCountOfMany ? manyUnits - 1 : manyUnits);
  const shownTop = isMany ? topCountOfMany : topCount;
  const severityTable = bySeverity(findings, voice);
  return {
    title: voice.say('report.conclusion'),
    sentence: voice.tell(statement.sentence),
    reach: voice.tell(statement.reach),
    beside: besidesTheCount(coverage.all).map(voice.tell),
    verdict: { sentence: voice.tell(sentence), tone },
    answersTitle: voice.say('report.answers'),
    legend: voice.say('report.answers-legend'),
    units: coverage.units.map((counts) => {
      const unit = plant.units.find((it) => it.id === counts.unit);
      const state = record.unitStates.find((it) => it.unit === counts.unit)?.is ?? 'unknown';
      return {
        name: voice.say('report.unit-in-state', {
          id: counts.unit,
          name: unit?.name ?? counts.unit,
          state: voice.say(`audit.state-${state}`),
        }),
        counts: voice.tell(coverageStatement(counts, record).sentence),
        answers: answersOf(counts, voice),
      };
    }),
    findingsTitle: voice.say('report.findings-by-severity'),
    findings: severityTable,
    ...(isMany ? { compact: compactOf(source, severityTable) } : {}),
    topTitle: voice.say('report.top-findings'),
    top: topOf(findings.slice(0, shownTop), voice),
    ...(findings.length > shownTop
      ? { more: voice.say('report.more-findings', { count: findings.length - shownTop }) }
      : {}),
    others: voice.say('report.others-count', { count: otherFindings(record).length }),
    proposal: voice.say('report.proposal'),
  };
}

function compactOf({ record, voice }: Source, severities: TableModel): CompactUnits {
  const { units } = record.coverage;
  const counted = severities.rows
    .filter(([, count]) => count !== '0')
    .map(([severity = '', count = '', date = '']) => voice.say('report.units-severity', { severity, count, date }));
  return {
    headers: [
      voice.say('report.label-units'),
      voice.say('report.units-tally'),
      ...(['built', 'esdPresent', 'inService'] as const).map((answer) =>
        voice.say('report.units-answer', { answer: voice.say(`report.answer-${answer}`) }),
      ),
    ],
    rows: units.map(({ unit, pass, fail, unknown, built, esdPresent, inService }) => {
      const name = record.plant.units.find(({ id }) => id === unit)?.name ?? unit;
      return { name: `${name} ${unit}`, tally: [pass, fail, unknown], answers: [built, esdPresent, inService] };
    }),
    rest: units.map((_, index) => voice.say('report.units-other', { count: index })),
    severities: counted.length === 0 ? voice.say('report.findings-none') : counted.join(voice.say('report.semicolon')),
  };
}

function answersOf(counts: CoverageCounts, voice: Voice): readonly AnswerModel[] {
  return (['built', 'esdPresent', 'inService'] as const).map((answer) => {
    const { yes, no, unknown } = counts[answer];
    const total = yes + no + unknown;
    const says =
      total === 0 ? voice.say('report.answer-empty') : voice.say('report.answer-says', { yes, no, unknown, total });
    return { label: voice.say(`report.answer-${answer}`), yes, no, unknown, says };
  });
}

function bySeverity(findings: readonly Outcome[], voice: Voice): TableModel {
  return {
    headers: [voice.say('report.severity'), voice.say('report.count'), voice.say('report.next-date')],
    rows: severities.map((severity) => {
      const these = findings.filter((finding) => finding.severity === severity);
      const dates = these.flatMap((finding) => finding.proposedLimit?.date ?? []).sort();
      return [
        voice.say(`report.severity-${severity}`),
        String(these.length),
        dates[0] ?? voice.say(these.length === 0 ? 'report.dash' : 'report.no-limit'),
      ];
    }),
  };
}

function topOf(top: readonly Outcome[], voice: Voice): TableModel {
  return {
    headers: (['number-short', 'subject', 'finding', 'severity', 'limit-short'] as const).map((name) =>
      voice.say(`report.${name}`),
    ),
    rows: top.map((finding, index) => [
      String(index + 1),
      finding.subject.id,
      problemOf(finding, voice),
      voice.say(`report.severity-${finding.severity}`),
      finding.proposedLimit?.date ?? voice.say('report.no-limit'),
    ]),
    links: top.map(findingAnchor),
  };
}
