import { join } from 'node:path';
import { runCases } from '../../../src/audit/index.ts';
import type { Plant } from '../../../src/plant/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { openPacks } from './open-packs.ts';

/** Runs the cases of every rule through the engine of an audit; prints each that came out otherwise. */
export function testPacks(names: readonly string[], io: Terminal): number {
  const packs = openPacks(names, io);
  if (packs === undefined) return exitCode.usage;
  let [cases, wrong] = [0, 0];
  const plants = new Map<string, Plant>();
  for (const { id, folder = '.', own = [], rules } of packs) {
    for (const rule of rules.filter((each) => own.includes(each.id))) {
      try {
        const run = runCases(join(folder, rule.id), rule, plants);
        for (const { name, expected, actual } of run?.results ?? []) {
          cases += 1;
          if (expected === actual) continue;
          wrong += 1;
          io.print(io.say('rulebase.case-differs', { pack: id, rule: rule.id, name, expected, actual }));
        }
      } catch (error) {
        wrong += 1;
        const actual = error instanceof Error ? error.message : String(error);
        io.print(
          io.say('rulebase.case-differs', { pack: id, rule: rule.id, name: 'cases.yaml', expected: '–', actual }),
        );
      }
    }
  }
  io.print(io.say('rulebase.cases-run', { cases, wrong }));
  return wrong === 0 ? exitCode.done : exitCode.notSatisfied;
}
