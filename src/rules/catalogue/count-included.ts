import type { IncludedProcess, Plant, Unit } from '../../plant/index.ts';
import { isConfirmed } from '../confidence.ts';
import type { Catalogue } from './catalogue.ts';

const claim = /^inside-(p\d{2})$/;

/**
 * The plant with what its units are besides the processes that they name: a unit that is stated to be of a kind that a later
 * text counts among a process (REG-P-D) has that process, too, as far as the text is in force and was seen. Its own word is
 * enough, since it speaks against it. A plant in which nobody states such a thing comes back as it is.
 */
export function countIncluded(plant: Plant, catalogue: Catalogue, lawDate: string): Plant {
  const claimed = (plant.declarations ?? []).some(({ what, is }) => is === 'present' && claim.test(what));
  if (!claimed) return plant;
  const units = plant.units.map((unit) => {
    const included = claimedInside(unit, plant).map((process) => ({
      process,
      ...standingOf(process, catalogue, lawDate),
    }));
    return included.length === 0 ? unit : { ...unit, included };
  });
  return { ...plant, units };
}

/** Processes that a unit does not name and is stated to be counted among, each once. */
function claimedInside({ id, processes }: Unit, { declarations = [] }: Plant): readonly string[] {
  const claims = declarations.flatMap(({ of, is, what }) => {
    const process = claim.exec(what)?.[1]?.toUpperCase();
    return of === id && is === 'present' && process !== undefined && !processes.includes(process) ? [process] : [];
  });
  return [...new Set(claims)];
}

/** Of several kinds that are counted in nobody says which one is meant: the youngest and the least sure text decides. */
function standingOf(process: string, catalogue: Catalogue, lawDate: string): Omit<IncludedProcess, 'process'> {
  const texts = (catalogue.get(process)?.scope ?? []).filter(({ is }) => is === 'included');
  const from = texts
    .map((each) => each.from)
    .toSorted()
    .at(-1);
  if (from === undefined) return { standing: 'no-text' };
  if (from > lawDate) return { standing: 'later', from };
  const isSeen = texts.every(({ confidence }) => isConfirmed(confidence));
  return { standing: isSeen ? 'counted' : 'unconfirmed', from };
}
