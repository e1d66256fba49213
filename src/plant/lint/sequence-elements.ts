import { text } from '../../messages/index.ts';
import { hint } from '../nearest.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** A sequence moves elements that a function has; under a misspelt name it would explain no movement. */
export const sequenceElements: Lint = ({ sequences, functions, placeOf }) => {
  // An element of a function that could not be read may be the one that is meant.
  if (functions.incomplete || functions.faulty.size > 0) return [];
  const known = new Set([...functions.all.values()].flatMap(({ effects }) => effects.map(({ element }) => element)));
  return [...sequences.all].flatMap(([id, { elements }]) =>
    elements.flatMap((element, index) =>
      known.has(element)
        ? []
        : [
            faultAt(
              placeOf(['sequences', id, 'elements', index]),
              text('plant.unknown-element', { element, hint: hint(element, [...known]) }),
            ),
          ],
    ),
  );
};
