import type { ResultDocument } from '../json/index.ts';
import { identifierOf, lineOf, tokenOf } from './identifier.ts';
import { metadataOf, propertiesOf } from './metadata.ts';

type Outcome = ResultDocument['outcomes'][number];
type Seen = NonNullable<ResultDocument['expertFindings']>[number];

/**
 * The result as OSCAL assessment results 1.1.3. Every outcome is an observation that carries its own word; only what was
 * proved right or wrong is a finding as well, since OSCAL knows no third state: what nobody knows is never one of the two.
 */
export function assessmentResults(result: ResultDocument): unknown {
  const { audit, conclusion, coverage, outcomes, expertFindings = [] } = result;
  const id = (name: string) => identifierOf(audit.chainHead, name);
  const judged = outcomes.filter(({ result: word }) => word === 'pass' || word === 'fail');
  const { all } = coverage;
  return {
    'assessment-results': {
      uuid: id('assessment-results'),
      metadata: metadataOf(result),
      'import-ap': {
        href: '#',
        remarks: 'Tripline plans from the plant file and the rule packs; there is no separate plan.',
      },
      results: [
        {
          uuid: id('result'),
          title: lineOf(`${result.enterprise.name} ${audit.id}`),
          description: `tripline ${result.tripline}`,
          start: audit.startedAt,
          ...(audit.finishedAt === undefined ? {} : { end: audit.finishedAt }),
          props: propertiesOf({
            conclusion: conclusion.result,
            'full-coverage': String(conclusion.fullCoverage),
            'law-date': audit.lawDate,
            'observation-date': audit.observationDate,
            hypothetical: String(audit.hypothetical),
            'chain-head': audit.chainHead,
            required: String(all.required),
            pass: String(all.pass),
            fail: String(all.fail),
            unknown: String(all.unknown),
          }),
          'reviewed-controls': {
            'control-selections': [{ 'include-controls': controlsOf(outcomes) }],
          },
          observations: [
            ...outcomes.map((outcome) => observation(outcome, result)),
            ...expertFindings.map((each) => seenObservation(each, result)),
          ],
          ...(judged.length === 0 ? {} : { findings: judged.map((outcome) => finding(outcome, result)) }),
        },
      ],
    },
  };
}

/** One outcome as an observation, with its own word and the entries of the evidence that it rests on. */
export function observation(outcome: Outcome, { audit }: ResultDocument): unknown {
  return {
    uuid: identifierOf(audit.chainHead, `observation ${outcome.id}`),
    title: lineOf(`${outcome.subject.id} ${outcome.rule}`),
    description: describe(outcome),
    props: propertiesOf({
      result: outcome.result,
      weight: outcome.weight,
      rule: outcome.rule,
      pack: outcome.pack,
      subject: outcome.subject.id,
      ...(outcome.result === 'fail' ? { severity: outcome.severity } : {}),
      ...(outcome.clause === undefined
        ? {}
        : { clause: outcome.clause.document, fact: outcome.clause.fact, confidence: outcome.clause.confidence }),
    }),
    methods: ['TEST'],
    ...(outcome.evidence.length === 0
      ? {}
      : {
          'relevant-evidence': [
            { href: `audit.sqlite#${outcome.evidence.join(',')}`, description: `${outcome.evidence.length}` },
          ],
        }),
    collected: audit.finishedAt ?? audit.startedAt,
  };
}

/** What a person saw, by the method EXAMINE: an observation of theirs, never a finding of the machine. */
export function seenObservation(seen: Seen, { audit }: ResultDocument): unknown {
  return {
    uuid: identifierOf(audit.chainHead, `observation ${seen.id}`),
    title: lineOf([seen.unit, seen.subject, seen.id].filter((each) => each !== undefined).join(' ')),
    description: seen.text,
    props: propertiesOf({
      'seen-by': seen.by,
      'seen-on': seen.date,
      ...(seen.clause === null
        ? { clause: 'not known' }
        : { clause: seen.clause.document, fact: seen.clause.fact, confidence: seen.clause.confidence }),
    }),
    methods: ['EXAMINE'],
    ...(seen.photographs.length === 0
      ? {}
      : {
          'relevant-evidence': seen.photographs.map(({ file, sha256 }) => ({
            href: file,
            description: `SHA-256 ${sha256}`,
          })),
        }),
    collected: `${seen.date}T00:00:00+08:00`,
  };
}

function finding(outcome: Outcome, { audit }: ResultDocument): unknown {
  return {
    uuid: identifierOf(audit.chainHead, `finding ${outcome.id}`),
    title: lineOf(`${outcome.subject.id} ${outcome.statement}`),
    description: describe(outcome),
    target: {
      type: 'objective-id',
      'target-id': tokenOf(outcome.id),
      status: { state: outcome.result === 'pass' ? 'satisfied' : 'not-satisfied', reason: outcome.result },
    },
    'related-observations': [{ 'observation-uuid': identifierOf(audit.chainHead, `observation ${outcome.id}`) }],
  };
}

function describe({ expected, actual, because, missing, statement }: Outcome): string {
  const sentences = [
    ...(actual.length === 0 ? because.map(({ text }) => text) : actual.map(({ text }) => text)),
    ...expected.map(({ text }) => text),
    ...missing.map(({ of, why }) => `${of}: ${why.text}`),
  ];
  return sentences.length === 0 ? statement : sentences.join('; ');
}

function controlsOf(outcomes: readonly Outcome[]): readonly unknown[] {
  const rules = [...new Set(outcomes.map(({ rule }) => tokenOf(rule)))].sort();
  return rules.length === 0 ? [{ 'control-id': 'none' }] : rules.map((rule) => ({ 'control-id': rule }));
}
