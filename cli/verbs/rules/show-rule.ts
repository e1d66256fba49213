import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { openPacks, placedRules } from './open-packs.ts';
import { rulePage } from './reference/rule-page.ts';
import { ruleDocument } from './rule-document.ts';

/** Shows one rule. */
export function showRule(id: string, names: readonly string[], json: boolean, io: Terminal): number {
  const packs = openPacks(names, io);
  if (packs === undefined) return exitCode.usage;
  const found = placedRules(packs).find(({ rule }) => rule.id === id);
  if (found === undefined) {
    io.fail('rulebase.no-such-rule', { id });
    return exitCode.usage;
  }
  io.print(json ? JSON.stringify(ruleDocument(found), undefined, 2) : rulePage(found, io.language));
  return exitCode.done;
}
