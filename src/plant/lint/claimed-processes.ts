import type { Draft } from '../draft.ts';

/** The processes that a unit names and those that it is stated to be counted among (`inside-p04`); undefined where there is no such unit. */
export function claimedProcesses(
  id: string,
  { units, declarations }: Pick<Draft, 'units' | 'declarations'>,
): readonly string[] | undefined {
  const unit = units.all.get(id);
  if (unit === undefined) return undefined;
  const claimed = [...declarations.values()].flatMap(({ what, of, is }) =>
    of === id && is === 'present' && /^inside-p\d{2}$/.test(what) ? [what.slice('inside-'.length).toUpperCase()] : [],
  );
  return [...unit.processes, ...claimed];
}
