import type { Outcome } from '../../../audit/index.ts';
import { doubtsAbout } from '../../doubts.ts';
import { evidenceTable } from '../../evidence-rows.ts';
import { bindingFindings } from '../../finding-order.ts';
import { samplingText } from '../../sampling-text.ts';
import type { Source } from '../../source.ts';
import type { Fact, TableModel } from '../../table-model.ts';
import { behindText, clauseText, deviationText, type Voice } from '../../words/index.ts';
import { findingAnchor } from './finding-anchor.ts';

/** One finding, ready to be set. */
export interface FindingModel {
  /** Name of the place, for links. */
  readonly anchor: string;
  readonly heading: string;
  readonly severity: string;
  readonly tone: 'bad' | 'doubt' | 'quiet';
  readonly statement: string;
  readonly expectedTitle: string;
  readonly actualTitle: string;
  readonly pairs: readonly { readonly expected: string; readonly actual: string }[];
  /** Clause, rows touched, immediate measure, limit, remediation: in the order of reading. */
  readonly facts: readonly Fact[];
  readonly evidenceTitle: string;
  readonly evidence: TableModel;
  /** In place of the table where it has no rows. */
  readonly noEvidence?: string;
}

/** The findings one by one, gravest first. */
export interface FindingsModel {
  readonly title: string;
  readonly intro: string;
  readonly findings: readonly FindingModel[];
}

/** Arranges the findings that bind the enterprise. */
export function buildFindings(source: Source): FindingsModel {
  const { record, voice } = source;
  const findings = bindingFindings(record);
  return {
    title: voice.say('report.findings'),
    intro: voice.say(findings.length === 0 ? 'report.findings-none' : 'report.findings-intro'),
    findings: findings.map((outcome, index) => findingOf(outcome, index + 1, source)),
  };
}

function findingOf(outcome: Outcome, number: number, source: Source): FindingModel {
  const { voice } = source;
  const { subject, severity } = outcome;
  const failed = outcome.parts.filter((part) => part.result === 'fail').flatMap((part) => part.evidence);
  const evidence = evidenceTable([...new Set(failed)], source);
  return {
    anchor: findingAnchor(outcome),
    heading: voice.say('report.finding-heading', { number, id: subject.id, name: subject.name }),
    severity: voice.say(`report.severity-${severity}`),
    tone: severity === 'major' ? 'bad' : severity === 'borderline' ? 'doubt' : 'quiet',
    statement: voice.pick(outcome.statement),
    expectedTitle: voice.say('report.expected'),
    actualTitle: voice.say('report.actual'),
    pairs: pairsOf(outcome, voice),
    facts: factsOf(outcome, source),
    evidenceTitle: voice.say('report.evidence-of-finding'),
    evidence,
    ...(evidence.rows.length === 0 ? { noEvidence: voice.say('report.no-evidence') } : {}),
  };
}

/** Expected and actual of each part that failed, side by side. */
export function pairsOf(
  outcome: Outcome,
  voice: Voice,
): readonly { readonly expected: string; readonly actual: string }[] {
  const dash = voice.say('report.dash');
  return outcome.parts
    .filter((part) => part.result === 'fail')
    .map(({ expected, actual, because }) => ({
      expected: expected === undefined ? dash : voice.tell(expected),
      actual: actual !== undefined ? voice.tell(actual) : because !== undefined ? voice.tell(because) : dash,
    }));
}

function factsOf(outcome: Outcome, { record, voice }: Source): readonly Fact[] {
  const { clause, severityBasis, due, proposedLimit: limit, immediate, subject, behind = [] } = outcome;
  const isGrave = outcome.severity === 'major' || outcome.severity === 'borderline';
  const basis = isGrave ? severityBasis : undefined;
  const also = outcome.also.filter((it) => it.document !== basis?.document || it.item !== basis.item);
  const deviations = record.plant.deviations.filter(({ of }) =>
    'function' in of ? of.function === subject.id : subject.rows.includes(`${of.unit}·${of.row}`),
  );
  const sampling = samplingText(
    outcome.parts.filter((part) => part.result === 'fail'),
    voice,
  );
  const all: readonly (Fact | false | undefined)[] = [
    clause && { label: voice.say('report.clause-label'), value: clauseText(clause, voice) },
    also.length > 0 && {
      label: voice.say('report.also-label'),
      value: also.map((it) => clauseText(it, voice)).join(voice.say('report.semicolon')),
    },
    behind.length > 0 && {
      label: voice.say('report.behind-label'),
      value: behind.map((it) => behindText(it, voice)).join(voice.say('report.semicolon')),
    },
    basis && { label: voice.say('report.severity-basis'), value: clauseText(basis, voice) },
    subject.rows.length > 0 && {
      label: voice.say('report.touches'),
      value: subject.rows.join(voice.say('report.comma')),
    },
    due && {
      label: voice.say('report.due'),
      value: voice.say('report.due-value', { date: due.date, policy: due.policy }),
    },
    // judgement.md §9: the immediate measure comes before any time limit.
    immediate && { label: voice.say('report.immediate'), value: voice.pick(immediate) },
    limit && {
      label: voice.say('report.limit'),
      value: voice.say('report.limit-value', { date: limit.date, from: limit.from, days: limit.days }),
    },
    { label: voice.say('report.remediation'), value: voice.pick(outcome.remediation) },
    sampling !== undefined && { label: voice.say('report.sampling'), value: sampling },
    ...deviations.map((it) => ({ label: voice.say('report.deviation'), value: deviationText(it, voice) })),
    ...doubtsAbout(outcome, record).map((doubt) => ({
      label: voice.say('report.also-unverified'),
      value: voice.tell(doubt.reason),
    })),
  ];
  return all.filter((fact) => fact !== undefined && fact !== false);
}
