import type { AuditRecord, Outcome } from '../../audit/index.ts';
import { type Text, text } from '../../messages/index.ts';
import type { Verdict } from '../case/stage.ts';

/** What a re-inspection says of one finding, and what keeps it from being 已整改. */
export interface RecheckVerdict {
  readonly verdict: Verdict;
  readonly because: readonly Text[];
}

/**
 * 已整改 only where everything that was judged again passes; any fail is 未整改; all else, silence and a subject that is
 * no longer declared included, is 无法核实.
 */
export function verdictOf(before: Outcome, after: AuditRecord): RecheckVerdict {
  const own = after.outcomes.find(({ id }) => id === before.id);
  const companions =
    before.subject.kind === 'required-function'
      ? after.outcomes.filter(
          ({ id, subject, weight }) =>
            id !== before.id && subject.rows.includes(before.subject.id) && binds.includes(weight),
        )
      : [];
  if (after.end === undefined) return { verdict: 'unverifiable', because: [text('rectification.recheck-unfinished')] };
  if (own === undefined)
    return { verdict: 'unverifiable', because: [text('rectification.recheck-gone', { id: before.id })] };
  const judged = [own, ...companions];
  const failed = judged.filter(({ result }) => result === 'fail');
  if (failed.length > 0) return { verdict: 'not-rectified', because: failed.flatMap(saysOf) };
  const doubtful = judged.filter(({ result }) => result !== 'pass');
  // A function that nobody can have watched acting is not doubted for it: an action is judged only on demand.
  const open = doubtful.filter((outcome) => outcome === own || outcome.result !== 'notchecked');
  if (open.length > 0) return { verdict: 'unverifiable', because: open.flatMap(saysOf) };
  return { verdict: 'rectified', because: [] };
}

const binds: readonly Outcome['weight'][] = ['binding', 'not-yet-due'];

/** What an outcome says of its result; what is missing once each, by name, whatever the order of the parts. */
function saysOf({ id, parts, result }: Outcome): readonly Text[] {
  const own = parts.filter((part) => part.result === result);
  const said = own.flatMap(({ actual, because }) => [actual ?? because].filter((it) => it !== undefined));
  const missing = new Map(own.flatMap((part) => part.missing).map(({ of, why }) => [of, why]));
  const named = [...missing].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = [...said, ...named.map(([of, why]) => text('rectification.recheck-missing', { of, why }))];
  return all.length === 0 ? [text('rectification.recheck-result', { id, result })] : all;
}
