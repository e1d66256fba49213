import { relative } from 'node:path';
import { type Language, say } from '../../../src/messages/index.ts';
import { loadPack, type Pack, type PackFault, type Rule, shippedPackIds } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** A rule in the pack that it stands in. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly pack: Pack;
}

/** The named packs, or all that ship with the tool; prints every fault and gives undefined when there is one. */
export function openPacks(names: readonly string[], io: Terminal): readonly Pack[] | undefined {
  const loaded = (names.length === 0 ? shippedPackIds() : names).map((name) => loadPack(name));
  const faults = loaded.flatMap((each) => (each.ok ? [] : each.faults));
  for (const fault of faults) io.note(faultLine(fault, io.language));
  return faults.length > 0 ? undefined : loaded.flatMap((each) => (each.ok ? [each.pack] : []));
}

/** `rule.yaml:12  applies_when  Unknown variable: y`, with a path from here. */
export function faultLine({ file, line, path, because }: PackFault, language: Language): string {
  return [`${relative('.', file)}:${line}`, path, say(because, language)].filter((part) => part !== '').join('  ');
}

/** Every rule of some packs in the pack that it stands in; one that a pack only takes over is listed where it stands. */
export function placedRules(packs: readonly Pack[]): readonly PlacedRule[] {
  return packs.flatMap((pack) =>
    pack.rules
      .filter((rule) => pack.own?.includes(rule.id) === true || !packs.some((other) => other.own?.includes(rule.id)))
      .map((rule) => ({ rule, pack })),
  );
}
