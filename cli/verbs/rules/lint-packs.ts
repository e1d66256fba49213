import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCases } from '../../../src/audit/index.ts';
import { type Text, text } from '../../../src/messages/index.ts';
import type { Plant } from '../../../src/plant/index.ts';
import { type LoadedPack, loadPack, type Pack, type PackFault, shippedPackIds } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { faultLine } from './open-packs.ts';

/** Prints every fault of every pack at once: what cannot be loaded, folders that nobody lists, rules without cases. */
export function lintPacks(names: readonly string[], io: Terminal): number {
  const loaded = (names.length === 0 ? shippedPackIds() : names).map((name) => loadPack(name));
  const plants = new Map<string, Plant>();
  const faults = loaded.flatMap((each) => (each.ok ? looseEnds(each.pack, plants) : each.faults));
  for (const fault of faults) io.print(faultLine(fault, io.language));
  const rules = loaded.flatMap((each) => (each.ok ? (each.pack.own ?? []) : [])).length;
  io.print(
    faults.length === 0
      ? io.say('rulebase.lint-good', { packs: loaded.length, rules })
      : io.say('rulebase.lint-faults', { faults: faults.length }),
  );
  return faults.length === 0 ? exitCode.done : exitCode.usage;
}

/** What a pack that loads may still lack. */
function looseEnds({ folder = '.', own = [], rules }: Pack, plants: Map<string, Plant>): readonly PackFault[] {
  const stray = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'rule.yaml')))
    .filter((entry) => !own.includes(entry.name))
    .map((entry) => ({
      file: join(folder, 'pack.yaml'),
      line: 1,
      path: 'rules',
      because: text('pack-fault.not-listed', { rule: entry.name }),
    }));
  const untried = rules
    .filter((rule) => own.includes(rule.id))
    .flatMap((rule): readonly PackFault[] => {
      const file = join(folder, rule.id, 'cases.yaml');
      const fault = (because: Text) => [{ file, line: 1, path: 'cases', because }];
      try {
        const missing = runCases(join(folder, rule.id), rule, plants)?.missing;
        if (missing === undefined) return fault(text('pack-fault.no-cases'));
        return missing.length === 0 ? [] : fault(text('pack-fault.untried', { words: missing.join(', ') }));
      } catch (error) {
        const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        return fault(text('pack-fault.cases-fail', { message }));
      }
    });
  const known = [...rules, ...shippedPackIds().flatMap((id) => rulesOf(loadPack(id)))];
  const alone = rules
    .filter(({ id, stands_behind: other }) => own.includes(id) && other !== undefined)
    .filter((rule) => !known.some(({ id, subject }) => id === rule.stands_behind && subject === rule.subject))
    .map(({ id, stands_behind: other = '' }) => ({
      file: join(folder, id, 'rule.yaml'),
      line: 1,
      path: 'stands_behind',
      because: text('pack-fault.stands-behind', { rule: other }),
    }));
  return [...stray, ...untried, ...alone];
}

function rulesOf(loaded: LoadedPack): Pack['rules'] {
  return loaded.ok ? loaded.pack.rules : [];
}
