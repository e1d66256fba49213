import { type Plant, type SafetyFunction, type Sequence, tagsOf } from '../../plant/index.ts';

/** The other functions that may move an element of this one. */
export function otherMovers(it: SafetyFunction, plant: Plant): readonly SafetyFunction[] {
  const own = new Set(it.effects.filter(({ to }) => to !== 'alarm').map(({ element }) => element));
  return plant.functions.filter(
    (other) => other.id !== it.id && other.effects.some(({ element, to }) => to !== 'alarm' && own.has(element)),
  );
}

/** The declared sequences that may move an element of a function. */
export function sequencesMoving(it: SafetyFunction, plant: Plant): readonly Sequence[] {
  const own = new Set(it.effects.map(({ element }) => element));
  return plant.sequences.filter(({ elements }) => elements.some((element) => own.has(element)));
}

/** What must be looked at to see a function act: its causes, switches and effects, and whatever else may move its elements. */
export function watchedTags(it: SafetyFunction, plant: Plant): ReadonlySet<string> {
  const tags = new Set<string>();
  const add = (...found: readonly (string | undefined)[]) => {
    for (const tag of found) if (tag !== undefined) tags.add(tag);
  };
  for (const { causes, manual, tripped } of [it, ...otherMovers(it, plant)]) {
    for (const { channels, bypasses, forces, diagnostics, trip, votePoint, firstOut } of causes) {
      add(...channels, ...bypasses, ...forces, ...diagnostics, votePoint, firstOut);
      add(trip?.kind === 'readable' ? trip.setpoint : undefined);
    }
    add(manual, tripped);
  }
  add(it.reset);
  for (const { command, feedback } of it.effects)
    add(command?.point, feedback?.closed, feedback?.open, feedback?.running);
  for (const { activeWhen: running } of sequencesMoving(it, plant))
    if (running !== undefined) add(...tagsOf({ running }));
  return tags;
}
