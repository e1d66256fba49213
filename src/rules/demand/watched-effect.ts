import type { Effect, Plant } from '../../plant/index.ts';
import { pointOf, says, saysOne } from '../checks/discrete.ts';
import { type SafeState, safeStateOf } from '../checks/safe-state.ts';
import type { SeenEffect } from './demand-facts.ts';
import type { Look } from './look.ts';
import { Signal } from './signal.ts';
import type { Span } from './span.ts';

/** Follows one final element or alarm: its command, its safe state, and its position of operation. */
export class WatchedEffect {
  readonly effect: Effect;
  readonly #safe: SafeState | undefined;
  readonly #normal: SafeState | undefined;
  readonly #command:
    | { readonly tag: string; readonly isTrip: (value: Parameters<typeof saysOne>[0]) => boolean | undefined }
    | undefined;
  readonly #there = new Signal();
  readonly #away = new Signal();
  readonly #commanded = new Signal();
  #seen: {
    commanded?: Span;
    left?: Span;
    arrived?: Span;
    leftSafe?: Span;
    returned?: Span;
    wasThere?: true;
    wasMoving?: true;
  } = {};

  constructor(effect: Effect, plant: Plant) {
    this.effect = effect;
    this.#safe = shownBy(effect, plant);
    const opposite = effect.to === 'closed' ? 'open' : effect.to === 'open' ? 'closed' : undefined;
    const normal = opposite === undefined ? undefined : safeStateOf({ ...effect, to: opposite }, plant);
    // A single switch shows both ends; only a switch of its own shows that the element has left.
    this.#normal = normal?.tag === this.#safe?.tag ? undefined : normal;
    const { command } = effect;
    if (command !== undefined) {
      const point = pointOf(plant, command.point);
      this.#command = {
        tag: command.point,
        isTrip: (value) => {
          if (point.oneMeans !== 'energized') return effect.to === 'alarm' ? saysOne(value) : undefined;
          return saysOne(value) === (command.trip === 'energize');
        },
      };
    }
  }

  /** Away from operation by any of its signs: not where it belongs, in its safe state, or told to go there. */
  get isActive(): boolean {
    if (this.effect.to === 'alarm') return false;
    return this.#there.isOn === true || this.#away.isOn === true || this.#commanded.isOn === true;
  }

  /** It is in its safe state now. */
  get isThere(): boolean {
    return this.#there.isOn === true;
  }

  /** What was seen of it since the episode began. */
  get seen(): SeenEffect {
    const { element, to } = this.effect;
    const awayAtMs = this.#there.offAtMs;
    const notShown = [
      ...(this.#safe === undefined ? ['safe state' as const] : []),
      ...(this.#command === undefined ? ['command' as const] : []),
    ];
    return {
      element,
      to,
      ...this.#seen,
      ...(awayAtMs === undefined ? {} : { awayAtMs }),
      ...(notShown.length === 0 ? {} : { notShown }),
    };
  }

  /** Forgets the episode before: what is away from operation now was so from the start of the next one. */
  begin(): void {
    const since = (signal: Signal) => (signal.isOn === true ? signal.since : undefined);
    const [commanded, left, arrived] = [since(this.#commanded), since(this.#away), since(this.#there)];
    const wasMoving = [this.#commanded, this.#away].some(
      (signal) => signal.isOn === true && signal.since === undefined,
    );
    this.#seen = {
      ...(commanded === undefined ? {} : { commanded }),
      ...(left === undefined ? {} : { left }),
      ...(arrived === undefined ? {} : { arrived }),
      ...(this.#there.isOn === true && arrived === undefined ? { wasThere: true as const } : {}),
      ...(wasMoving ? { wasMoving: true as const } : {}),
    };
  }

  /** Takes a look at one of its points. */
  take(look: Look): void {
    if (look.tag === this.#safe?.tag) {
      const change = this.#note(this.#there, look, this.#safe.holds, 'arrived');
      if (change?.to === 'off' && this.#seen.leftSafe === undefined)
        this.#seen = { ...this.#seen, leftSafe: change.when };
    }
    if (look.tag === this.#normal?.tag) {
      const { holds } = this.#normal;
      const change = this.#note(this.#away, look, (value) => !holds(value), 'left');
      if (change?.to === 'off') this.#seen = { ...this.#seen, returned: change.when };
    }
    if (look.tag === this.#command?.tag) this.#note(this.#commanded, look, this.#command.isTrip, 'commanded');
  }

  #note(
    signal: Signal,
    look: Look,
    isOn: (value: Parameters<typeof saysOne>[0]) => boolean | undefined,
    as: 'arrived' | 'left' | 'commanded',
  ): ReturnType<Signal['take']> {
    const on = 'value' in look ? isOn(look.value) : undefined;
    if (on === undefined) return void signal.lose();
    const change = signal.take(on, look);
    if (change?.to === 'on' && this.#seen[as] === undefined) this.#seen = { ...this.#seen, [as]: change.when };
    return change;
  }
}

/** What shows the safe state: the limit switch or running contact; of an alarm its own lamp or horn. */
function shownBy(effect: Effect, plant: Plant): SafeState | undefined {
  if (effect.to !== 'alarm') return safeStateOf(effect, plant);
  if (effect.command === undefined) return undefined;
  const point = pointOf(plant, effect.command.point);
  const { trip, point: tag } = effect.command;
  return {
    tag,
    holds: (value) => says(point, value, 'alarm', 'healthy') ?? saysOne(value) === (trip === 'energize'),
  };
}
