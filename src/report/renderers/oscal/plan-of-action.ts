import type { ResultDocument } from '../json/index.ts';
import { observation, seenObservation } from './assessment-results.ts';
import { identifierOf, lineOf } from './identifier.ts';
import { metadataOf, propertiesOf } from './metadata.ts';

type Outcome = ResultDocument['outcomes'][number];

/**
 * The findings as an OSCAL plan of action and milestones 1.1.3: one item and one risk a finding, with the proposed limit as
 * its deadline. What is unknown is an item without a risk: it has to be settled, not repaired.
 */
export function planOfAction(result: ResultDocument): unknown {
  const { audit, outcomes, expertFindings = [] } = result;
  const id = (name: string) => identifierOf(audit.chainHead, name);
  const open = outcomes.filter(({ result: word }) => word === 'fail' || word === 'unknown' || word === 'error');
  const failed = open.filter(({ result: word }) => word === 'fail');
  return {
    'plan-of-action-and-milestones': {
      uuid: id('plan-of-action'),
      metadata: metadataOf(result),
      'system-id': { id: result.enterprise.uscc },
      ...(open.length + expertFindings.length === 0
        ? {}
        : {
            observations: [
              ...open.map((outcome) => observation(outcome, result)),
              ...expertFindings.map((each) => seenObservation(each, result)),
            ],
          }),
      ...(failed.length === 0 ? {} : { risks: failed.map((outcome) => risk(outcome, result)) }),
      'poam-items':
        open.length + expertFindings.length === 0
          ? [{ uuid: id('item none'), title: lineOf(audit.id), description: 'no finding and nothing unknown' }]
          : [...open.map(itemOf), ...expertFindings.map(seenItemOf)],
    },
  };

  function itemOf(outcome: Outcome) {
    return {
      uuid: id(`item ${outcome.id}`),
      title: lineOf(`${outcome.subject.id} ${outcome.statement}`),
      description: outcome.remediation,
      props: propertiesOf({ result: outcome.result, rule: outcome.rule }),
      'related-observations': [{ 'observation-uuid': id(`observation ${outcome.id}`) }],
      ...(outcome.result === 'fail' ? { 'related-risks': [{ 'risk-uuid': id(`risk ${outcome.id}`) }] } : {}),
    };
  }

  function seenItemOf(seen: (typeof expertFindings)[number]) {
    return {
      uuid: id(`item ${seen.id}`),
      title: lineOf(`${seen.id} ${seen.text}`),
      description: seen.remediation ?? seen.text,
      props: propertiesOf({ 'seen-by': seen.by }),
      'related-observations': [{ 'observation-uuid': id(`observation ${seen.id}`) }],
    };
  }
}

function risk(outcome: Outcome, { audit }: ResultDocument): unknown {
  const actual = outcome.actual.map(({ text }) => text).join('; ');
  return {
    uuid: identifierOf(audit.chainHead, `risk ${outcome.id}`),
    title: lineOf(outcome.subject.id),
    description: actual === '' ? outcome.statement : actual,
    statement: outcome.statement,
    props: propertiesOf({ severity: outcome.severity, weight: outcome.weight }),
    status: 'open',
    ...(outcome.proposedLimit === undefined ? {} : { deadline: `${outcome.proposedLimit.date}T23:59:59+08:00` }),
    remediations: [
      {
        uuid: identifierOf(audit.chainHead, `remediation ${outcome.id}`),
        lifecycle: 'recommendation',
        title: lineOf(outcome.subject.id),
        description: outcome.remediation,
      },
    ],
  };
}
