import type { Text } from '../../messages/index.ts';
import { lintPlant } from '../lint/index.ts';
import type { LintOptions } from '../lint/lint.ts';
import { type PlantFault, sortedFaults } from '../plant-fault.ts';
import { readDraft } from '../read-draft.ts';
import { type PlantRemark, remarksOn } from '../remarks/index.ts';

/** What `check` would say of the plant file as an import leaves it, about points and functions. */
export interface FaultsAfter {
  readonly faults: readonly PlantFault[];
  readonly remarks: readonly PlantRemark[];
  /** Of the tags and functions that were to be added: why they cannot stand there. */
  readonly points: ReadonlyMap<string, readonly Text[]>;
  readonly functions: ReadonlyMap<string, readonly Text[]>;
}

/** Holds the texts that an import would leave behind against every rule of thumb, before anything is written. */
export function faultsAfter(
  plantFile: string,
  textOf: (file: string) => string | undefined,
  added: { readonly list: string; readonly points: readonly string[]; readonly functions: readonly string[] },
  options: LintOptions,
): FaultsAfter {
  const { draft, faults: own } = readDraft(plantFile, (file) => {
    const source = textOf(file);
    return source === undefined ? undefined : { text: source.replace(/^\uFEFF/, ''), sha256: '' };
  });
  const all = sortedFaults([...own, ...(draft === undefined ? [] : lintPlant(draft, options))]);
  // A list that nothing was added to yet is not written: that it is empty is no fault of the import.
  const isListed = (textOf(added.list) ?? '').trim() !== '';
  const faults = all.filter(({ file, path }) => (file === added.list ? isListed : /^(points|functions)\b/.test(path)));
  const reasons = (ids: readonly string[], owns: (fault: PlantFault, id: string) => boolean) =>
    new Map(
      ids.flatMap((id) => {
        const because = faults.filter((fault) => owns(fault, id)).map((fault) => fault.because);
        return because.length === 0 ? [] : [[id, because] as const];
      }),
    );
  const isBelow = (path: string, owner: string) =>
    path === owner || (path.startsWith(owner) && /^[.[]/.test(path.slice(owner.length)));
  return {
    faults,
    remarks: draft === undefined ? [] : sortedFaults(remarksOn(draft)),
    points: reasons(added.points, ({ file, path }, tag) => file === added.list && isBelow(path, tag)),
    functions: reasons(added.functions, ({ path }, id) => isBelow(path, `functions.${id}`)),
  };
}
