import type { Span } from './span.ts';

/** When a look was taken, ms since 1970: it shows a moment after `sentMs` and no later than `receivedMs`. */
interface Moment {
  readonly sentMs: number;
  readonly receivedMs: number;
}

/**
 * Something that is so or not so, looked at again and again. A change lies between the two looks that show it, however far
 * apart they are: where nothing could be read in between, it lies anywhere in that gap.
 */
export class Signal {
  #isOn: boolean | undefined;
  #lastOn: Moment | undefined;
  #lastOff: Moment | undefined;
  #since: Span | undefined;
  #onFromMs: number | undefined;
  #isLost = false;

  /** What the last look showed; undefined before the first one, and while nothing can be read. */
  get isOn(): boolean | undefined {
    return this.#isLost ? undefined : this.#isOn;
  }

  /** When it last came on; undefined where it was on before anybody looked, or is off. */
  get since(): Span | undefined {
    return this.#isOn === true ? this.#since : undefined;
  }

  /** The first moment at which it was certainly on since it last came on, ms; undefined where it is off. */
  get onFromMs(): number | undefined {
    return this.#isOn === true ? this.#onFromMs : undefined;
  }

  /** The last moment at which it was certainly off, ms; undefined where it never was. */
  get offAtMs(): number | undefined {
    return this.#lastOff?.sentMs;
  }

  /** The last moment at which it was certainly on, ms. */
  get onAtMs(): number | undefined {
    return this.#lastOn?.sentMs;
  }

  /** Takes a look; gives the change where it shows one. */
  take(isOn: boolean, look: Moment): { readonly to: 'on' | 'off'; readonly when: Span } | undefined {
    const before = this.#isOn ? this.#lastOn : this.#lastOff;
    const isChange = this.#isOn !== undefined && this.#isOn !== isOn && before !== undefined;
    const when = isChange ? { afterMs: before.sentMs, byMs: look.receivedMs } : undefined;
    if (isOn && this.#isOn !== true) {
      this.#since = when;
      this.#onFromMs = look.receivedMs;
    }
    this.#isOn = isOn;
    this.#isLost = false;
    if (isOn) this.#lastOn = look;
    else this.#lastOff = look;
    return when === undefined ? undefined : { to: isOn ? 'on' : 'off', when };
  }

  /** Nothing that may be judged was read; true the first time. */
  lose(): boolean {
    const isNew = !this.#isLost;
    this.#isLost = true;
    return isNew;
  }
}
