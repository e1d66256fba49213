import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type Text, text } from '../messages/index.ts';
import { type Pack, type PackFault, packSchema } from './pack.ts';
import { type LocatedYaml, locateYaml } from './read-yaml.ts';
import { type Rule, ruleSchema } from './rule.ts';
import { ruleFaults } from './rule-faults.ts';

const shippedPacks = fileURLToPath(new URL('./packs/', import.meta.url));

/** A loaded pack, or every fault of it at once. */
export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Loads a pack by its id among those that ship with the tool, or by the path of its folder. Never runs code of a pack. */
export function loadPack(idOrFolder: string): LoadedPack {
  const faults: PackFault[] = [];
  const pack = read(packFolder(idOrFolder), [], faults);
  return pack !== undefined && faults.length === 0 ? { ok: true, pack } : { ok: false, faults };
}

/** The ids of the packs that ship with the tool, in alphabetical order. */
export function shippedPackIds(): readonly string[] {
  return readdirSync(shippedPacks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(shippedPacks, entry.name, 'pack.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** The folder of a pack: by its path, by its id beside another pack or among those that ship with the tool, or by its name right here. */
export function packFolder(idOrFolder: string, beside = '.'): string {
  if (/[\\/.]/.test(idOrFolder)) return idOrFolder;
  const known = [join(beside, '..', idOrFolder), join(shippedPacks, idOrFolder), idOrFolder];
  return known.find((folder) => existsSync(join(folder, 'pack.yaml'))) ?? join(shippedPacks, idOrFolder);
}

/** Packs that ship with the tool do not change while it runs, and several take rules of one another. */
const shipped = new Map<string, Pack>();

function read(folder: string, within: readonly string[], faults: PackFault[]): Pack | undefined {
  const known = shipped.get(folder);
  if (known !== undefined && !within.includes(known.id)) return known;
  const before = faults.length;
  const pack = readAnew(folder, within, faults);
  if (pack !== undefined && faults.length === before && folder.startsWith(shippedPacks)) shipped.set(folder, pack);
  return pack;
}

function readAnew(folder: string, within: readonly string[], faults: PackFault[]): Pack | undefined {
  const file = join(folder, 'pack.yaml');
  const written = locateYaml(file, packSchema, faults);
  if (written === undefined) return undefined;
  const { value: description } = written;
  if (within.includes(description.id)) {
    faults.push({
      file,
      line: 1,
      path: 'extends',
      because: text('pack-fault.extends-itself', { pack: description.id }),
    });
    return undefined;
  }
  const hash = createHash('sha256').update(written.source);
  const rules = new Map<string, Rule>();
  const other = (base: string) => {
    const pack = read(packFolder(base, folder), [...within, description.id], faults);
    if (pack !== undefined) hash.update(pack.sha256);
    return pack;
  };
  for (const base of description.extends) for (const rule of other(base)?.rules ?? []) rules.set(rule.id, rule);
  for (const [base, names] of Object.entries(description.take)) {
    const pack = other(base);
    for (const [index, name] of names.entries()) {
      const rule = pack?.rules.find((candidate) => candidate.id === name);
      if (rule !== undefined) rules.set(name, rule);
      else if (pack !== undefined) {
        const line = written.lineOf(['take', base, String(index)]);
        faults.push({
          file,
          line,
          path: `take.${base}`,
          because: text('pack-fault.no-rule-there', { pack: base, rule: name }),
        });
      }
    }
  }
  applyChanges(written, file, rules, faults);
  for (const [index, name] of description.rules.entries()) {
    const ruleFile = join(folder, name, 'rule.yaml');
    if (!existsSync(ruleFile)) {
      const line = written.lineOf(['rules', String(index)]);
      faults.push({ file, line, path: 'rules', because: text('pack-fault.no-rule-file', { rule: name }) });
      continue;
    }
    const own = locateYaml(ruleFile, ruleSchema, faults);
    if (own === undefined) continue;
    const { value: rule } = own;
    hash.update(own.source);
    const fault = (path: readonly string[], because: Text) =>
      faults.push({ file: ruleFile, line: own.lineOf(path), path: path.join('.'), because });
    if (rule.id !== name) fault(['id'], text('pack-fault.folder-name', { name }));
    if (rules.has(rule.id)) fault(['id'], text('pack-fault.rule-exists', { rule: rule.id }));
    const { in_force: inForce } = description;
    if (inForce !== undefined && (rule.effective.from ?? '') < inForce.from)
      fault(['effective', 'from'], text('pack-fault.pack-begins', { date: inForce.from }));
    if (inForce?.to !== undefined && (rule.effective.to === undefined || rule.effective.to > inForce.to))
      fault(['effective', 'to'], text('pack-fault.pack-ends', { date: inForce.to }));
    for (const { path, because } of ruleFaults(rule)) fault(path, because);
    rules.set(rule.id, rule);
  }
  return { ...packOf(description, [...rules.values()], hash.digest('hex')), folder, own: description.rules };
}

function packOf(description: z.infer<typeof packSchema>, rules: readonly Rule[], sha256: string): Pack {
  const {
    id,
    title,
    edition,
    sources,
    notes,
    in_force: inForce,
    supersedes,
    superseded_by: supersededBy,
  } = description;
  return {
    id,
    title,
    edition,
    rules,
    sha256,
    sources,
    notes,
    ...(inForce === undefined ? {} : { inForce }),
    supersedes,
    supersededBy,
  };
}

function applyChanges(
  written: LocatedYaml<z.infer<typeof packSchema>>,
  file: string,
  rules: Map<string, Rule>,
  faults: PackFault[],
): void {
  for (const [id, change] of Object.entries(written.value.change)) {
    const rule = rules.get(id);
    const line = written.lineOf(['change', id]);
    if (rule === undefined) {
      faults.push({ file, line, path: `change.${id}`, because: text('pack-fault.nothing-to-change') });
    } else if (change === 'leave-out') {
      rules.delete(id);
    } else {
      const changed = { ...rule, check: { ...rule.check, with: { ...rule.check.with, ...change.with } } };
      for (const { path, because } of ruleFaults(changed))
        faults.push({ file, line, path: `change.${id}.${path.at(-1) ?? ''}`, because });
      rules.set(id, changed);
    }
  }
}
