import type { PointAddress } from '../address.ts';
import type { Traffic } from '../exchange.ts';
import type { Fault } from '../fault.ts';
import type { EpochMs, Observation } from '../observation.ts';
import type { Reader, ReaderWiring, Recorded, SelfReport } from '../reader.ts';
import type { Target } from '../target.ts';
import { noTraffic } from '../traffic.ts';
import { Items } from './items-of.ts';
import { observe, type Span } from './observe.ts';
import { type OpenedFile, openFiles } from './open-files.ts';

/** Reads the exports of a controller like a controller; nothing is sent to anybody. */
export function openFileReader(target: Target, wiring: ReaderWiring): Reader {
  return new FileReader(target, wiring);
}

const notOpen: Fault = { kind: 'unreachable', code: 'not open' };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

class FileReader implements Reader {
  readonly target: Target;
  readonly #wiring: ReaderWiring;
  #files: readonly OpenedFile[] = [];
  #items: Items | undefined;
  #until: EpochMs = 0;
  #fault: Fault = notOpen;
  /** Our monotonic clock at 1970, as far as it can be told: moments of a file are all placed by the same. */
  #monotonicAtZero = 0;
  readonly #exchanges = new Map<string, number>();

  constructor(target: Target, wiring: ReaderWiring) {
    this.target = target;
    this.#wiring = wiring;
  }

  async connect(): Promise<Fault | undefined> {
    const opened = await openFiles(this.target);
    if (!opened.ok) {
      this.#fault = opened.fault;
      return opened.fault;
    }
    this.#files = opened.files;
    this.#items = new Items(opened.files);
    const now = this.#wiring.clock.now();
    this.#monotonicAtZero = now.monotonicMs - now.utc;
    this.#until = Math.min(opened.until, this.target.exported?.judgedAt ?? opened.until);
    for (const { name, bytes, sha256 } of opened.files) {
      const number = this.#wiring.nextExchange();
      this.#exchanges.set(name, number);
      const at = this.#wiring.clock.now();
      const what = `file ${name} ${bytes} bytes, reply = SHA-256`;
      const { controller } = this.target;
      this.#wiring.tap({
        number,
        controller,
        kind: 'read',
        what,
        request: new Uint8Array(),
        reply: sha256,
        sent: at,
        received: at,
      });
    }
    return undefined;
  }

  async identify(): Promise<SelfReport> {
    const [{ url }] = this.target.endpoints;
    const fault: Fault = this.#items === undefined ? this.#fault : { kind: 'not-served', code: 0, name: 'file' };
    return { endpoint: url, identity: { fault }, runState: 'not-served', exchanges: [...this.#exchanges.values()] };
  }

  /** The last that the files say of each point. */
  async read(points: readonly PointAddress[]): Promise<readonly Observation[]> {
    return points.map((point) => {
      const last = this.#observe(point, 0).observations.at(-1);
      if (last === undefined) throw new Error(`${point.tag} was asked and got no answer`);
      return last;
    });
  }

  async recorded(points: readonly PointAddress[], windowMs: number): Promise<Recorded> {
    const observed = points.map((point) => this.#observe(point, windowMs));
    const refused = observed.flatMap((each) => each.refused);
    const { by = '', on = '', zoneMinutes = 0 } = this.target.exported ?? {};
    return {
      observations: observed.flatMap(({ observations }) => observations).toSorted((a, b) => a.at.utc - b.at.utc),
      report: {
        by,
        on,
        zoneMinutes,
        until: this.#until,
        files: this.#files.map(({ name, sha256, bytes, holds, rows, cells, refused: own }) => ({
          name,
          sha256: hex(sha256),
          bytes,
          holds,
          rows,
          later: cells.filter(({ atMs }) => atMs > this.#until).length,
          refused: [...own, ...refused.filter(({ file }) => file === name).map(({ row }) => row)],
        })),
      },
    };
  }

  async close(): Promise<void> {
    this.#items = undefined;
  }

  traffic(): Traffic {
    return noTraffic;
  }

  #observe(point: PointAddress, windowMs: number): ReturnType<typeof observe> {
    const span: Span = {
      from: this.#until - windowMs,
      until: this.#until,
      momentOf: (utc) => ({ utc, monotonicMs: this.#monotonicAtZero + utc }),
      exchangeOf: (file) => this.#exchanges.get(file) ?? 0,
    };
    if (this.#items === undefined)
      return {
        observations: [{ kind: 'silence', tag: point.tag, fault: this.#fault, at: this.#wiring.clock.now() }],
        refused: [],
      };
    return observe(point, this.#items.of(point), span);
  }
}
