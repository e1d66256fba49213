import type { z } from 'zod';
import { type Text, text } from '../messages/index.ts';
import { listed } from './listed.ts';
import { hint } from './nearest.ts';
import { faultAt, type Place, type PlantFault } from './plant-fault.ts';
import type { Path } from './written-file.ts';

/** Finds the place of a path below the value that was parsed; `key` asks for the key instead of its value. */
export type PlaceBelow = (path: Path, what: 'value' | 'key') => Place;

/** What a schema says, as faults of the plant file: where, what was expected, what stands there. */
export function faultsOfIssues(issues: readonly z.core.$ZodIssue[], placeBelow: PlaceBelow): readonly PlantFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code !== 'unrecognized_keys') return [faultAt(placeBelow(path, 'value'), reasonOf(issue, path))];
    const known = issue.message.split(' ');
    return issue.keys.map((key) => faultAt(placeBelow([...path, key], 'key'), unknownKey(key, known)));
  });
}

function unknownKey(key: string, known: readonly string[]): Text {
  if (/pass|pwd|secret|口令|密码/i.test(key)) return text('plant.password-in-file');
  return text('plant.unknown-key', { key, hint: hint(key, known) });
}

function reasonOf(issue: Exclude<z.core.$ZodIssue, { code: 'unrecognized_keys' }>, path: Path): Text {
  const because: Text | undefined = issue.code === 'custom' ? issue.params?.['because'] : undefined;
  if (because !== undefined) return because;
  const key = String(path.at(-1) ?? '');
  if (issue.input === undefined) return text('plant.missing', { key });
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    if (typeof issue.input !== 'string') return text('plant.expected-text');
    if (values.length === 1) return text('plant.only', { value: values.join(), written: issue.input });
    return text('plant.one-of', {
      values: listed(values),
      written: issue.input,
      hint: hint(issue.input, values),
    });
  }
  if (issue.code === 'too_small') return text('plant.empty', { key });
  if (issue.code === 'invalid_type' && issue.expected === 'array') return text('plant.expected-list');
  if (issue.code === 'invalid_type' && issue.expected === 'object') return text('plant.expected-map');
  return text('plant.expected-text');
}
