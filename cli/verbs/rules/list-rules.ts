import { alignCells } from '../../../src/messages/index.ts';
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
  const lines = rules.map(({ rule, pack }) => {
    const { id, clause, effective, due, severity, duty, force } = rule;
    const since = effective.from ?? (effective.known === undefined ? '' : `≤${effective.known}`);
    const dates = `${since}–${effective.to ?? ''}`;
    const words = [id, pack.id, dates, due === undefined ? '–' : `≤${due.date}`, severity, `${duty}/${force}`];
    return [...words, clause?.document ?? '–', clause?.fact ?? '–', clause?.text ?? 'house'].join('  ');
  });
  for (const line of alignCells(lines)) io.print(line);
  io.print(io.say('rulebase.rule-count', { rules: rules.length, packs: packs.length }));
  return exitCode.done;
}
