import { type Effect, indexOf, type Plant, type SafetyFunction } from '../../plant/index.ts';

/** A final element with every function that moves it the same way. */
export interface OwnedEffect {
  readonly effect: Effect;
  readonly movers: readonly SafetyFunction[];
  /** Those that share it with the first one, for the sentence; empty where nobody does. */
  readonly sharedWith: string;
}

/** The effects of a function on elements that no function before it moves: what is wrong with a shared valve is said once. */
export function ownedEffects(it: SafetyFunction, plant: Plant): readonly OwnedEffect[] {
  return it.effects.flatMap((effect) => {
    if (effect.to === 'alarm') return [];
    const movers = indexOf(plant).moversOf(effect.element, effect.to);
    if (movers[0]?.id !== it.id) return [];
    const others = movers.slice(1).map((other) => other.id);
    return [{ effect, movers, sharedWith: others.join('、') }];
  });
}
