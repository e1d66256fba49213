import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { openPacks, placedRules } from './open-packs.ts';
import { ruleDocument } from './rule-document.ts';

/** Lists every rule of the packs, each once. */
export function listRules(names: readonly string[], json: boolean, io: Terminal): number {
  const packs = openPacks(names, io);
  if (packs === undefined) return exitCode.usage;
  const rules = placedRules(packs);
  if (json) {
    io.print(JSON.stringify({ rules: rules.map(ruleDocument) }, undefined, 2));
    return exitCode.done;
  }
  for (const { rule, pack } of rules) {
    const { id, clause, effective, due, severity, duty, force } = rule;
    const dates = `${effective.from ?? ''}–${effective.to ?? ''}`;
    const words = [id, pack.id, dates, ...(due === undefined ? [] : [`≤${due.date}`]), severity, `${duty}/${force}`];
    io.print([...words, clause?.document ?? '–', clause?.fact ?? '–', clause?.text ?? 'house'].join('  '));
  }
  io.print(io.say('rulebase.rule-count', { rules: rules.length, packs: packs.length }));
  return exitCode.done;
}
