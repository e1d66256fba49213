import type { Outcome } from '../../../src/audit/index.ts';
import { alignCells, say } from '../../../src/messages/index.ts';
import { type DiffLine, diffAudits } from '../../../src/rectification/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import type { Terminal } from '../../terminal.ts';

/**
 * Compares two audits of one enterprise. 1 where something is new, changed or still open, else 3 where something is no
 * longer known, else 0.
 */
export function runDiff(
  firstFile: string,
  secondFile: string,
  { json }: { readonly json?: boolean },
  io: Terminal,
): number {
  const first = openRecord(firstFile, io);
  const second = openRecord(secondFile, io);
  if (first === undefined || second === undefined) return exitCode.usage;
  if (first.plant.enterprise.uscc !== second.plant.enterprise.uscc) {
    io.fail('rectification.diff-other-enterprise', {
      first: first.plant.enterprise.name,
      second: second.plant.enterprise.name,
    });
    return exitCode.usage;
  }
  const lines = diffAudits(first, second);
  if (json === true)
    io.print(
      JSON.stringify(
        lines.map((line) => documentOf(line)),
        null,
        2,
      ),
    );
  else {
    for (const line of alignCells(lines.map((each) => lineText(each, io)))) io.print(line);
    io.note(io.say('rectification.diff-count', { count: lines.length }));
  }
  const has = (...changes: readonly DiffLine['change'][]) => lines.some(({ change }) => changes.includes(change));
  if (has('new', 'changed', 'still-open')) return exitCode.notSatisfied;
  return has('now-unknown') ? exitCode.inconclusive : exitCode.done;
}

function lineText({ change, id, before, after }: DiffLine, io: Terminal): string {
  return io.say('rectification.diff-line', {
    change: io.say(`rectification.change-${change}`),
    id,
    before: sentenceOf(before, io),
    after: sentenceOf(after, io),
  });
}

/** What the outcome says of what is wrong or not known; else its result. */
function sentenceOf(outcome: Outcome | undefined, io: Terminal): string {
  if (outcome === undefined) return io.say('rectification.not-judged');
  const said = outcome.parts
    .filter(({ result }) => result === outcome.result && result !== 'pass')
    .flatMap(({ actual, because, missing }) => [
      ...[actual ?? because].flatMap((it) => (it === undefined ? [] : [say(it, io.language)])),
      ...missing.map(({ of, why }) => `${of}: ${say(why, io.language)}`),
    ]);
  return said.length === 0 ? outcome.result : said.join('；');
}

function documentOf({ change, id, before, after }: DiffLine) {
  const result = (outcome: Outcome | undefined) => outcome?.result ?? null;
  return { change, id, before: result(before), after: result(after) };
}
