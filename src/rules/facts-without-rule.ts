import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PackFault } from './pack.ts';
import { readYaml } from './read-yaml.ts';
import { localized } from './written-forms.ts';

const schema = z.record(z.string().regex(/^REG-[A-Z0-9bαβ-]+$/), localized);

/** Facts of the legal source that no rule rests on, by id, each with the reason why not. */
export function factsWithoutRule(): ReadonlyMap<string, z.infer<typeof localized>> {
  const faults: PackFault[] = [];
  const facts = readYaml(fileURLToPath(new URL('facts-without-rule.yaml', import.meta.url)), schema, faults);
  if (facts === undefined) throw new Error(JSON.stringify(faults));
  return new Map(Object.entries(facts));
}
