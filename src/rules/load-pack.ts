import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { checks } from './checks/index.ts';
import { type Pack, type PackFault, packSchema } from './pack.ts';
import { readYaml } from './read-yaml.ts';
import { type Rule, ruleSchema } from './rule.ts';

const shippedPacks = fileURLToPath(new URL('./packs/', import.meta.url));

/** A loaded pack, or every fault of it at once. */
export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Loads a pack by its id among those that ship with the tool, or by the path of its folder. Never runs code of a pack. */
export function loadPack(idOrFolder: string): LoadedPack {
  const faults: PackFault[] = [];
  const pack = read(folderOf(idOrFolder, '.'), [], faults);
  return pack !== undefined && faults.length === 0 ? { ok: true, pack } : { ok: false, faults };
}

function folderOf(idOrFolder: string, beside: string): string {
  const sibling = join(beside, '..', idOrFolder);
  if (/[\\/.]/.test(idOrFolder)) return idOrFolder;
  return existsSync(join(sibling, 'pack.yaml')) ? sibling : join(shippedPacks, idOrFolder);
}

function read(folder: string, within: readonly string[], faults: PackFault[]): Pack | undefined {
  const file = join(folder, 'pack.yaml');
  const description = readYaml(file, packSchema, faults);
  if (description === undefined) return undefined;
  if (within.includes(description.id)) {
    faults.push({ file, line: 1, path: 'extends', because: `pack ${description.id} extends itself` });
    return undefined;
  }
  const hash = createHash('sha256').update(readFileSync(file));
  const rules = new Map<string, Rule>();
  for (const base of description.extends) {
    const pack = read(folderOf(base, folder), [...within, description.id], faults);
    if (pack === undefined) continue;
    hash.update(pack.sha256);
    for (const rule of pack.rules) rules.set(rule.id, rule);
  }
  applyChanges(description, file, rules, faults);
  for (const name of description.rules) {
    const ruleFile = join(folder, name, 'rule.yaml');
    const rule = readYaml(ruleFile, ruleSchema, faults);
    if (rule === undefined) continue;
    hash.update(readFileSync(ruleFile));
    if (rule.id !== name)
      faults.push({ file: ruleFile, line: 1, path: 'id', because: `expected ${name}, the folder's name` });
    if (rules.has(rule.id))
      faults.push({ file: ruleFile, line: 1, path: 'id', because: `rule ${rule.id} exists already` });
    checkIsKnown(rule, ruleFile, faults);
    rules.set(rule.id, rule);
  }
  const { id, title, edition } = description;
  return { id, title, edition, rules: [...rules.values()], sha256: hash.digest('hex') };
}

function applyChanges(
  description: z.infer<typeof packSchema>,
  file: string,
  rules: Map<string, Rule>,
  faults: PackFault[],
): void {
  for (const [id, change] of Object.entries(description.change)) {
    const rule = rules.get(id);
    if (rule === undefined) {
      faults.push({ file, line: 1, path: `change.${id}`, because: 'no extended pack has this rule' });
    } else if (change === 'leave-out') {
      rules.delete(id);
    } else {
      const changed = { ...rule, check: { ...rule.check, with: { ...rule.check.with, ...change.with } } };
      checkIsKnown(changed, file, faults);
      rules.set(id, changed);
    }
  }
}

function checkIsKnown(rule: Rule, file: string, faults: PackFault[]): void {
  const check = checks.get(rule.check.use);
  if (check === undefined) {
    const known = [...checks.keys()].join(', ');
    faults.push({ file, line: 1, path: 'check.use', because: `no check is named ${rule.check.use}; known: ${known}` });
    return;
  }
  if (check.subject !== rule.subject) {
    faults.push({ file, line: 1, path: 'subject', because: `check ${check.name} judges a ${check.subject}` });
  }
  const parameters = check.parameters.safeParse(rule.check.with);
  for (const issue of parameters.error?.issues ?? []) {
    faults.push({ file, line: 1, path: `check.with.${issue.path.join('.')}`, because: issue.message });
  }
}
