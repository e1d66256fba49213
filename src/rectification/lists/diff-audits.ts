import type { AuditRecord, Outcome } from '../../audit/index.ts';
import { say } from '../../messages/index.ts';

/** How an outcome differs between two audits of one enterprise. */
export type Change = 'new' | 'changed' | 'fixed' | 'still-open' | 'now-unknown' | 'now-known';

/** One outcome that both audits, or one of them, speak of. */
export interface DiffLine {
  readonly change: Change;
  readonly id: string;
  readonly before?: Outcome;
  readonly after?: Outcome;
}

/**
 * Compares two audits by rule and subject; what passed twice is left out. A finding that the second audit did not judge
 * again is `now-unknown`: it never becomes fixed by silence.
 */
export function diffAudits(first: AuditRecord, second: AuditRecord): readonly DiffLine[] {
  const before = new Map(first.outcomes.map((outcome) => [outcome.id, outcome]));
  const after = new Map(second.outcomes.map((outcome) => [outcome.id, outcome]));
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id): readonly DiffLine[] => {
    const [was, is] = [before.get(id), after.get(id)];
    const change = changeOf(was, is);
    if (change === undefined) return [];
    return [{ change, id, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

function changeOf(was: Outcome | undefined, is: Outcome | undefined): Change | undefined {
  if (is?.result === 'fail') {
    if (was?.result !== 'fail') return 'new';
    return sentencesOf(was) === sentencesOf(is) ? 'still-open' : 'changed';
  }
  if (was?.result === 'fail') return is?.result === 'pass' ? 'fixed' : 'now-unknown';
  if (was?.result === 'pass') return is?.result === 'pass' ? undefined : 'now-unknown';
  return is?.result === 'pass' ? 'now-known' : undefined;
}

function sentencesOf({ parts }: Outcome): string {
  return parts
    .filter((part) => part.result === 'fail')
    .map(({ part, expected, actual }) =>
      [part, expected, actual].map((it) => (typeof it === 'object' ? say(it, 'en') : (it ?? ''))).join('|'),
    )
    .join('\n');
}
