import { stringify } from 'yaml';

/** Entries as lines of a plant file, indented by so many blanks; every value stands as the text that it is. */
export function blockOf(entries: ReadonlyMap<string, unknown>, indent: number): string {
  return stringify(Object.fromEntries(entries), { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false })
    .trimEnd()
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('');
}
