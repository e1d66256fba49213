import type { PointAddress } from '../address.ts';
import { type AskOne, askAbreast } from '../ask-abreast.ts';
import type { Deadline } from '../deadline.ts';
import type { Traffic } from '../exchange.ts';
import { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import type { Observation } from '../observation.ts';
import { Pace } from '../pace.ts';
import { PreparedReads } from '../prepared-reads.ts';
import type { OpenReader, Reader, ReaderWiring, SelfReport } from '../reader.ts';
import type { Endpoint, Target } from '../target.ts';
import { ObservationSheet } from './observation-sheet.ts';
import { planMerged } from './plan.ts';
import { checkReadVar, readVarRequest, readVarWords } from './read-var.ts';
import { type Run, runOf } from './run.ts';
import { selfReport } from './self-report.ts';
import { type S7Endpoint, S7Session } from './session.ts';
import { type ReadReply, takeReply } from './take-reply.ts';
import { type Limits, longestRunBytes, replyBytesOf, type Telegram } from './telegram.ts';

/** Losses of the connection within one read that are made good; more of them in a row the circuit breaker does not allow anyway. */
const mostReopenings = 2;
const closedByUs: Fault = { kind: 'unreachable', code: 'ECONNABORTED' };

/** Opens nothing yet; throws when an endpoint of the target is not S7, which the plant file's check excludes. */
export const openS7Reader: OpenReader = (target, wiring) => new S7Reader(target, wiring);

/** Reads one controller over classic S7 communication. The way of a reading: `read`, from top to bottom. */
class S7Reader implements Reader {
  readonly target: Target;
  readonly #wiring: ReaderWiring;
  readonly #ledger: ExchangeLedger;
  readonly #sessions: readonly S7Session[];
  readonly #prepared = new PreparedReads(prepare);
  #session: S7Session;
  #closed = false;

  constructor(target: Target, wiring: ReaderWiring) {
    this.target = target;
    this.#wiring = wiring;
    this.#ledger = new ExchangeLedger(target.controller, wiring, { budget: target.pacing.budget });
    const pace = new Pace(target.pacing.gapMs, wiring.signal, () => this.#ledger.slowdown);
    const sessionWith = (endpoint: S7Endpoint) =>
      new S7Session(endpoint, { target, ledger: this.#ledger, pace, signal: wiring.signal });
    const [first, ...others] = target.endpoints;
    this.#session = sessionWith(s7Of(first));
    this.#sessions = [this.#session, ...others.map((endpoint) => sessionWith(s7Of(endpoint)))];
  }

  async connect(deadline: Deadline): Promise<Fault | undefined> {
    let last: Fault = closedByUs;
    await this.#session.close();
    for (const session of this.#sessions) {
      if (this.#closed) return closedByUs;
      const fault = await session.open(deadline);
      if (fault === undefined) {
        this.#session = session;
        return undefined;
      }
      last = fault;
    }
    return last;
  }

  async identify(deadline: Deadline): Promise<SelfReport> {
    if (this.#session.isOpen) return selfReport(this.#session, deadline);
    const { endpoint, lost } = this.#session;
    return { endpoint: endpoint.url, identity: { fault: lost }, runState: 'unknown', exchanges: [] };
  }

  async read(points: readonly PointAddress[], deadline: Deadline): Promise<readonly Observation[]> {
    const sheet = new ObservationSheet(points, () => this.#wiring.clock.now());
    const prepared = this.#prepared.of(points);
    for (const { index, fault } of prepared.faults) sheet.silence(index, fault);
    let { runs } = prepared;
    // Over the connection that stands, if any, and over new ones for what that could not answer.
    for (let reopenings = 0; runs.length > 0; runs = runs.filter(({ index }) => sheet.lacks(index))) {
      let fault = this.#session.withheld;
      if (fault === undefined && this.#session.isOpen) {
        await this.#readOverOneConnection(prepared, runs, sheet, deadline);
        continue;
      }
      fault ??= reopenings < mostReopenings ? await this.connect(deadline) : this.#session.lost;
      reopenings += 1;
      if (fault !== undefined) for (const { index } of runs) sheet.silence(index, fault);
    }
    return sheet.complete();
  }

  /** Plan, ask, take; ends early when the connection is lost, and leaves the rest without an observation. */
  async #readOverOneConnection(
    prepared: Prepared,
    runs: readonly Run[],
    sheet: ObservationSheet,
    deadline: Deadline,
  ): Promise<void> {
    const session = this.#session;
    const limits: Limits = { pduBytes: session.pduBytes, gapBytes: this.target.pacing.bridgeGap ?? 0 };
    const fitting = fittingOf(runs, session.pduBytes, sheet);
    const queue = fitting === prepared.runs ? [...planOf(prepared, limits)] : [...planMerged(fitting, limits)];
    const window = () => (session.isOpen ? session.window : 0);
    const ask: AskOne<Telegram, ReadReply> = (telegram, ended, failed) =>
      session
        .ask(
          {
            kind: 'read',
            what: readVarWords(telegram),
            mostBytesIn: replyBytesOf(telegram),
            write: (reference) => readVarRequest(reference, telegram),
            check: (frame, reference) => checkReadVar(frame, reference, telegram),
          },
          deadline,
        )
        .then(ended)
        .catch(failed);
    await askAbreast(queue, window, ask, (telegram, answer) => {
      // Lost in company, or not asked because the connection went before: it is asked again over the next one.
      const wasLost = !answer.ok && (answer.wasCrowded === true || (answer.exchange === undefined && !session.isOpen));
      if (!wasLost || session.withheld !== undefined) queue.unshift(...takeReply(telegram, answer, sheet, limits));
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const session of this.#sessions) await session.close();
  }

  traffic(): Traffic {
    return this.#ledger.traffic();
  }
}

/** A list of points as runs of bytes, the points that are none, and the plan for all of them at the length last agreed on. */
interface Prepared {
  readonly runs: readonly Run[];
  readonly faults: readonly { readonly index: number; readonly fault: Fault }[];
  plan?: { readonly pduBytes: number; readonly telegrams: readonly Telegram[] };
}

function prepare(points: readonly PointAddress[]): Prepared {
  const runs: Run[] = [];
  const faults: { readonly index: number; readonly fault: Fault }[] = [];
  for (const [index, point] of points.entries()) {
    const run = runOf(point, index);
    if (run.ok) runs.push(run.value);
    else faults.push({ index, fault: run.fault });
  }
  return { runs, faults };
}

function planOf(prepared: Prepared, limits: Limits): readonly Telegram[] {
  if (prepared.plan?.pduBytes !== limits.pduBytes)
    prepared.plan = { pduBytes: limits.pduBytes, telegrams: planMerged(prepared.runs, limits) };
  return prepared.plan.telegrams;
}

/** A value is never torn over two replies, so one that no reply can carry is not asked for; the same list where all can be. */
function fittingOf(runs: readonly Run[], pduBytes: number, sheet: ObservationSheet): readonly Run[] {
  const longest = longestRunBytes(pduBytes);
  if (runs.every(({ length }) => length <= longest)) return runs;
  return runs.filter(({ index, length }) => {
    if (length <= longest) return true;
    sheet.silence(index, { kind: 'undecodable', what: `longer than the ${longest} bytes that one reply carries` });
    return false;
  });
}

function s7Of(endpoint: Endpoint): S7Endpoint {
  if (endpoint.protocol !== 's7') throw new TypeError(`${endpoint.url} is no S7 endpoint`);
  return endpoint;
}
