import { type Text, text } from '../messages/index.ts';
import { checks } from './checks/index.ts';
import { expressionFaults } from './expression-faults.ts';
import { faultOfIssue } from './fault-of-issue.ts';
import type { Rule } from './rule.ts';

/** A fault in a rule: at which of its keys, and what is wrong. */
export interface RuleFault {
  readonly path: readonly string[];
  readonly because: Text;
}

/** Everything that is wrong with a rule although each of its keys is well formed. */
export function ruleFaults(rule: Rule): readonly RuleFault[] {
  return [...checkFaults(rule), ...expressionFaults(rule), ...weightFaults(rule), ...dateFaults(rule)];
}

function checkFaults(rule: Rule): readonly RuleFault[] {
  const check = checks.get(rule.check.use);
  if (check === undefined) {
    const known = [...checks.keys()].join(', ');
    return [{ path: ['check', 'use'], because: text('pack-fault.no-check', { name: rule.check.use, known }) }];
  }
  const parameters = check.parameters.safeParse(rule.check.with, { reportInput: true });
  return [
    ...(check.subject === 'any' || check.subject === rule.subject
      ? []
      : [
          {
            path: ['subject'],
            because: text('pack-fault.wrong-subject', { name: check.name, subject: check.subject }),
          },
        ]),
    ...(parameters.error?.issues ?? []).map((issue) => ({
      path: ['check', 'with', ...issue.path.map(String)],
      because: faultOfIssue(issue),
    })),
  ];
}

/** A duty of the government can only be listed, and 重大 needs a criterion to rest on (judgement.md §8). */
function weightFaults({ duty, check, severity, severity_basis: basis }: Rule): readonly RuleFault[] {
  return [
    ...(duty === 'government' && check.use !== 'listed'
      ? [{ path: ['duty'], because: text('pack-fault.government-listed') }]
      : []),
    ...(severity !== 'general' && basis === undefined
      ? [{ path: ['severity'], because: text('pack-fault.needs-basis', { severity }) }]
      : []),
  ];
}

function dateFaults({ effective, due }: Rule): readonly RuleFault[] {
  return [
    ...(effective.to !== undefined && effective.to < (effective.from ?? '')
      ? [{ path: ['effective', 'to'], because: text('pack-fault.ends-before', { date: effective.from ?? '' }) }]
      : []),
    ...(effective.known !== undefined && effective.from !== undefined
      ? [{ path: ['effective', 'known'], because: text('pack-fault.known-and-from', { date: effective.from }) }]
      : []),
    ...(due !== undefined && effective.to !== undefined && due.date > effective.to
      ? [{ path: ['due', 'date'], because: text('pack-fault.due-after-end', { date: effective.to }) }]
      : []),
  ];
}
