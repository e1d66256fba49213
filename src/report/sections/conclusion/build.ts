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

/** Arranges the conclusion; the coverage statement comes first. */
export function buildConclusion(source: Source): ConclusionModel {
  const { record, voice } = source;
  const { coverage, plant } = record;
  const statement = coverageStatement(coverage.all, record);
  const { sentence, tone } = verdict(record);
  const findings = bindingFindings(record);
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
    findings: bySeverity(findings, voice),
    topTitle: voice.say('report.top-findings'),
    top: topOf(findings, voice),
    ...(findings.length > topCount
      ? { more: voice.say('report.more-findings', { count: findings.length - topCount }) }
      : {}),
    others: voice.say('report.others-count', { count: otherFindings(record).length }),
    proposal: voice.say('report.proposal'),
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

function topOf(findings: readonly Outcome[], voice: Voice): TableModel {
  const top = findings.slice(0, topCount);
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
