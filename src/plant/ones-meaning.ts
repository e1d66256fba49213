import type { OnesMeaning } from './plant.ts';

/** Words that exclude each other and leave nothing between. A valve that is not open is not closed: those two are no pair. */
const opposites: readonly (readonly [OnesMeaning, OnesMeaning])[] = [
  ['running', 'stopped'],
  ['auto', 'manual'],
  ['healthy', 'tripped'],
  ['healthy', 'fault'],
  ['healthy', 'alarm'],
];

/** At which bit a discrete point says `word`, when its one means `oneMeans`; undefined when it never says that. */
export function bitThatSays(word: OnesMeaning, oneMeans: OnesMeaning): 0 | 1 | undefined {
  if (word === oneMeans) return 1;
  const isPair = opposites.some(([a, b]) => (a === word && b === oneMeans) || (b === word && a === oneMeans));
  return isPair ? 0 : undefined;
}
