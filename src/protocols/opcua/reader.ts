import type { PointAddress } from '../address.ts';
import type { DataType } from '../data-type.ts';
import type { Deadline } from '../deadline.ts';
import type { Exchange, Traffic } from '../exchange.ts';
import { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import type { EpochMs, Observation } from '../observation.ts';
import { Pace } from '../pace.ts';
import type { PointAccess } from '../point-access.ts';
import type { PointHistory } from '../point-history.ts';
import type { PointPast } from '../point-past.ts';
import type { OpenReader, Reader, ReaderWiring, SelfReport } from '../reader.ts';
import type { Target } from '../target.ts';
import { accessOf } from './access-level.ts';
import { askReach, type Reach } from './ask-reach.ts';
import type { Connection } from './connection.ts';
import { decodeDataValue } from './decode.ts';
import type { NodeId } from './library.ts';
import { type Past, pastRecords } from './past-records.ts';
import type { ReadAnswer } from './read-values.ts';
import { Session, type SessionWiring } from './session.ts';
import type { Wait } from './status.ts';
import { SubscribedPoints } from './subscribed-points.ts';
import { ValueSubscription } from './subscription.ts';

/** Opens a read-only OPC UA reader; nothing is sent before `connect`. */
export const openOpcuaReader: OpenReader = (target, wiring) => new OpcuaReader(target, wiring);

/** A reader that also lends its session to whoever looks at more than values. */
export interface LendingReader extends Reader {
  /** What the look gave; undefined where no session stands. */
  lend<T>(look: (session: Session) => Promise<T>, deadline: Deadline): Promise<T | undefined>;
}

/** Opens the same reader for a probe, which asks for attributes and history too. */
export function openLendingReader(target: Target, wiring: ReaderWiring): LendingReader {
  return new OpcuaReader(target, wiring);
}

/** A lost session keeps one of the controller's few places until it expires there; so not many are opened in its stead. */
const mostReopenings = 3;

const notConnected: Fault = { kind: 'unreachable', code: 'ENOTCONN' };

class OpcuaReader implements LendingReader {
  readonly target: Target;
  readonly #wiring: ReaderWiring;
  readonly #sessions: SessionWiring;
  readonly #connections: Connection[] = [];
  #session: Session | undefined;
  #absence: Fault = notConnected;
  #reopenings = 0;

  constructor(target: Target, wiring: ReaderWiring) {
    const { signal } = wiring;
    this.target = target;
    this.#wiring = wiring;
    const ledger = new ExchangeLedger(target.controller, wiring, {
      budget: target.pacing.budget,
      // What crossed the wire, not the canonical form that the exchanges keep.
      wireBytes: () => this.#bytes(),
    });
    this.#sessions = {
      target,
      ledger,
      pace: new Pace(target.pacing.gapMs, signal, () => ledger.slowdown),
      signal,
      subscribes: wiring.subscribes === true,
      onConnection: (connection) => this.#connections.push(connection),
    };
  }

  async connect(deadline: Deadline): Promise<Fault | undefined> {
    const fault = await this.#openAny(deadline);
    this.#reopenings = fault === undefined ? mostReopenings : 0;
    return fault;
  }

  async identify(deadline: Deadline): Promise<SelfReport> {
    const session = await this.#standing(deadline);
    if (session !== undefined) return { endpoint: session.url, ...(await session.identify(deadline)) };
    const endpoint = this.target.endpoints[0].url;
    return { endpoint, identity: { fault: this.#absence }, runState: 'unknown', exchanges: [] };
  }

  /** address → node → Read, as many at once as the server allows → DataValue → decode. */
  async read(points: readonly PointAddress[], deadline: Deadline): Promise<readonly Observation[]> {
    const session = await this.#standing(deadline);
    if (session === undefined) return points.map((point) => this.#silence(point, this.#absence));
    const { nodes, places, without } = session.nodesOf(points);
    const told: Observation[] = [];
    await session.readEach(
      nodes,
      (answer, at, index) => {
        const point = points[places[index] ?? -1];
        if (point !== undefined) told[index] = this.#observe(point, answer, at);
      },
      deadline,
    );
    if (without.size === 0) return told;
    const ofNodes = told.values();
    return points.map((point, place) => {
      const fault = without.get(place);
      if (fault !== undefined) return this.#silence(point, fault);
      const { value } = ofNodes.next();
      if (value === undefined) throw new Error(`${point.tag} was asked and got no answer`);
      return value;
    });
  }

  async access(points: readonly PointAddress[], deadline: Deadline): Promise<readonly PointAccess[]> {
    return this.#behind(points, deadline, async (session, wanted) => {
      const nodes = wanted.map(({ node }) => node);
      const told = await session.readUserAccess(nodes, deadline);
      return nodes.map((node) => accessOf(told.get(node)));
    });
  }

  async history(points: readonly PointAddress[], from: EpochMs, deadline: Deadline): Promise<readonly PointHistory[]> {
    const reaches = await this.#behind<Reach>(points, deadline, (session, wanted) =>
      askReach(
        session,
        wanted.map(({ node }) => node),
        { from },
        deadline,
      ),
    );
    return reaches.map((reach) => ('fault' in reach ? reach : { ...reach, from }));
  }

  async past(
    points: readonly PointAddress[],
    span: { readonly from: EpochMs; readonly to: EpochMs },
    deadline: Deadline,
  ): Promise<readonly PointPast[]> {
    return this.#behind<Past>(points, deadline, (session, wanted) => pastRecords(session, wanted, span, deadline));
  }

  async subscribe(
    points: readonly PointAddress[],
    everyMs: number,
    deadline: Deadline,
  ): Promise<SubscribedPoints | Fault> {
    const session = await this.#standing(deadline);
    if (session === undefined) return this.#absence;
    const nodes = points.map((point) => session.nodeOf(point));
    const missing = nodes.find((node) => 'kind' in node);
    if (missing !== undefined && 'kind' in missing) return missing;
    const subscription = await ValueSubscription.open(
      session,
      nodes.flatMap((node) => ('kind' in node ? [] : [node])),
      everyMs,
      deadline,
    );
    if ('kind' in subscription) return subscription;
    return new SubscribedPoints(points, subscription, (point, fault) => this.#silence(point, fault));
  }

  async lend<T>(look: (session: Session) => Promise<T>, deadline: Deadline): Promise<T | undefined> {
    const session = await this.#standing(deadline);
    return session === undefined ? undefined : look(session);
  }

  async close(): Promise<void> {
    this.#reopenings = 0;
    this.#absence = notConnected;
    await this.#leave();
  }

  traffic(): Traffic {
    return this.#sessions.ledger.traffic();
  }

  #bytes(): { readonly out: number; readonly in: number } {
    const bytes = this.#connections.map((connection) => connection.bytes);
    return {
      out: bytes.reduce((sum, { out }) => sum + out, 0),
      in: bytes.reduce((sum, { in: came }) => sum + came, 0),
    };
  }

  /** The session; a lost one is opened anew, at most once per call. */
  async #standing(deadline: Deadline): Promise<Session | undefined> {
    const isLost = this.#session === undefined || this.#session.lost !== undefined;
    if (isLost && this.#reopenings > 0) {
      this.#reopenings -= 1;
      await this.#openAny(deadline);
    }
    return this.#session;
  }

  async #openAny(deadline: Deadline): Promise<Fault | undefined> {
    await this.#leave();
    for (const { url } of this.target.endpoints) {
      const session = await Session.open(url, this.#sessions, deadline);
      if (session instanceof Session) {
        this.#session = session;
        return undefined;
      }
      this.#absence = session;
    }
    return this.#absence;
  }

  async #leave(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }

  #observe(point: PointAddress, answer: ReadAnswer, at: number): Observation {
    if (!answer.ok) return this.#silence(point, answer.fault, answer.exchange?.number);
    const { tag, type: declared } = point;
    const { sent, received = sent, number: exchange } = answer.exchange;
    const dataValue = answer.results[at];
    if (dataValue === undefined) throw new Error(`${tag} was asked and got no answer`);
    const decoded = decodeDataValue(dataValue, declared, waitOf(answer.exchange));
    if (!decoded.ok) return { kind: 'silence', tag, fault: decoded.fault, at: received, exchange };
    const { value, type, quality, status, sourceTime, serverTime } = decoded.reading;
    const raw = answer.raw(at);
    // Spelt out where everything is there, as it mostly is: spreading costs more than the rest.
    if (status === undefined || sourceTime === undefined || serverTime === undefined) {
      return { ...decoded.reading, kind: 'reading', tag, raw, at: received, exchange };
    }
    return { kind: 'reading', tag, value, type, quality, status, raw, sourceTime, serverTime, at: received, exchange };
  }

  /** Asks something of the nodes of the points, in their order; a point without a node, or a lost session, is its fault. */
  async #behind<T extends object>(
    points: readonly PointAddress[],
    deadline: Deadline,
    ask: (
      session: Session,
      wanted: readonly { readonly node: NodeId; readonly type: DataType }[],
    ) => Promise<readonly T[]>,
  ): Promise<readonly ({ readonly tag: string } & (T | { readonly fault: Fault }))[]> {
    const session = await this.#standing(deadline);
    if (session === undefined) return points.map(({ tag }) => ({ tag, fault: this.#absence }));
    const wanted = points.map((point) => ({ tag: point.tag, type: point.type, node: session.nodeOf(point) }));
    const answers = (
      await ask(
        session,
        wanted.flatMap(({ node, type }) => ('kind' in node ? [] : [{ node, type }])),
      )
    ).values();
    return wanted.map(({ tag, node }) => {
      if ('kind' in node) return { tag, fault: node };
      const { value } = answers.next();
      if (value === undefined) throw new Error(`${tag} was asked and got no answer`);
      return { tag, ...value };
    });
  }

  #silence({ tag }: PointAddress, fault: Fault, exchange?: number): Observation {
    const at = this.#wiring.clock.now();
    return { kind: 'silence', tag, fault, at, ...(exchange === undefined ? {} : { exchange }) };
  }
}

function waitOf({ sent, received = sent }: Exchange): Wait {
  return { during: 'read', afterMs: Math.round(received.monotonicMs - sent.monotonicMs) };
}
