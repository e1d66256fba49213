import type { Inputs, Sample } from '../check.ts';
import type { Look } from './look.ts';

/** The last usable look at every point, as inputs for whoever counts votes: what cannot be read now is no reading at all. */
export class KnownNow implements Pick<Inputs, 'reading' | 'readings'> {
  readonly #samples = new Map<string, Sample>();

  /** Takes a look. */
  take(look: Look): void {
    if ('value' in look) this.#samples.set(look.tag, { value: look.value, atMs: look.receivedMs });
    else this.#samples.delete(look.tag);
  }

  /** The last value; a point that cannot be read now throws, so ask `readings` first. */
  reading(tag: string): Sample {
    const sample = this.#samples.get(tag);
    if (sample === undefined) throw new Error(`${tag} cannot be read now`);
    return sample;
  }

  /** The last value, or none. */
  readings(tag: string): readonly Sample[] {
    const sample = this.#samples.get(tag);
    return sample === undefined ? [] : [sample];
  }
}
