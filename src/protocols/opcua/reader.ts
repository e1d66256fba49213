import type { PointAddress } from '../address.ts';
import type { Deadline } from '../deadline.ts';
import type { ExchangeKind, Traffic } from '../exchange.ts';
import { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import type { Observation } from '../observation.ts';
import { Pace } from '../pace.ts';
import type { OpenReader, Reader, ReaderWiring, SelfReport } from '../reader.ts';
import type { Target } from '../target.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Connection } from './connection.ts';
import { decodeDataValue } from './decode.ts';
import { describeDataValue } from './describe.ts';
import { selfNodes, selfReportOf } from './identity.ts';
import type { NodeId } from './library.ts';
import { namespaceArrayNode, namespacesOf, nodeIdOf } from './node-id.ts';
import { maxNodesPerReadNode, nodesPerReadOf } from './nodes-per-read.ts';
import { openSession } from './open-session.ts';
import { PartedRead, type Told } from './parted-read.ts';
import { type ReadAnswer, readValues } from './read-values.ts';
import { noSecurity } from './security.ts';

/** Opens a read-only OPC UA reader; nothing is sent before `connect`. */
export const openOpcuaReader: OpenReader = (target, wiring) => new OpcuaReader(target, wiring);

/** A session as it stands, with what its server said about reading from it. */
interface Session {
  readonly url: string;
  readonly connection: Connection;
  readonly namespaces: readonly string[];
  readonly parts: PartedRead;
}

/** A lost session keeps one of the controller's few places until it expires there; so not many are opened in its stead. */
const mostReopenings = 3;

const notConnected: Fault = { kind: 'unreachable', code: 'ENOTCONN' };

class OpcuaReader implements Reader {
  readonly target: Target;
  readonly #wiring: ReaderWiring;
  readonly #ledger: ExchangeLedger;
  readonly #pace: Pace;
  readonly #connections: Connection[] = [];
  #session: Session | undefined;
  #absence: Fault = notConnected;
  #reopenings = 0;

  constructor(target: Target, wiring: ReaderWiring) {
    this.target = target;
    this.#wiring = wiring;
    this.#ledger = new ExchangeLedger(target.controller, wiring);
    this.#pace = new Pace(target.pacing.gapMs, wiring.signal);
  }

  async connect(deadline: Deadline): Promise<Fault | undefined> {
    const fault = await this.#openAny(deadline);
    this.#reopenings = fault === undefined ? mostReopenings : 0;
    return fault;
  }

  async identify(deadline: Deadline): Promise<SelfReport> {
    const session = await this.#standing(deadline);
    const endpoint = session?.url ?? this.target.endpoints[0].url;
    const unknown = (fault: Fault): SelfReport => ({
      endpoint,
      identity: { fault },
      runState: 'unknown',
      exchanges: [],
    });
    if (session === undefined) return unknown(this.#absence);
    const answer = await this.#ask(session.connection, selfNodes, 'identify', deadline);
    if (!answer.ok) return { ...unknown(answer.fault), exchanges: answer.exchange ? [answer.exchange.number] : [] };
    return { endpoint, ...selfReportOf(answer.results, answer.exchange, session.connection.applicationName) };
  }

  /** address → node → Read, as many at once as the server allows → DataValue → decode. */
  async read(points: readonly PointAddress[], deadline: Deadline): Promise<readonly Observation[]> {
    const session = await this.#standing(deadline);
    if (session === undefined) return points.map((point) => this.#silence(point, this.#absence));
    const wanted = points.map((point) => ({ point, node: nodeOf(point, session.namespaces) }));
    const askable = wanted.flatMap(({ node }) => ('kind' in node ? [] : [node]));
    const told = await session.parts.read(askable, (nodes) => this.#ask(session.connection, nodes, 'read', deadline));
    return wanted.map(({ point, node }) =>
      'kind' in node ? this.#silence(point, node) : this.#observe(point, told.get(node)),
    );
  }

  async close(): Promise<void> {
    this.#reopenings = 0;
    this.#absence = notConnected;
    await this.#leave();
  }

  traffic(): Traffic {
    const bytes = this.#connections.map((connection) => connection.bytes);
    return {
      ...this.#ledger.traffic(),
      // What crossed the wire, not the canonical form that the exchanges keep.
      bytesOut: bytes.reduce((sum, { out }) => sum + out, 0),
      bytesIn: bytes.reduce((sum, { in: came }) => sum + came, 0),
    };
  }

  /** The session; a lost one is opened anew, at most once per call. */
  async #standing(deadline: Deadline): Promise<Session | undefined> {
    const isLost = this.#session === undefined || this.#session.connection.lost !== undefined;
    if (isLost && this.#reopenings > 0) {
      this.#reopenings -= 1;
      await this.#openAny(deadline);
    }
    return this.#session;
  }

  async #openAny(deadline: Deadline): Promise<Fault | undefined> {
    await this.#leave();
    for (const { url } of this.target.endpoints) {
      const session = (await this.#heldBack(deadline, 'connect')) ?? (await this.#open(url, deadline));
      if ('connection' in session) {
        this.#session = session;
        return undefined;
      }
      this.#absence = session;
    }
    return this.#absence;
  }

  async #open(url: string, deadline: Deadline): Promise<Session | Fault> {
    const { controller, pacing, security = noSecurity } = this.target;
    const wiring = { controller, ledger: this.#ledger, signal: this.#wiring.signal };
    const onConnection = (made: Connection) => this.#connections.push(made);
    const connection = await openSession({ url, security, pacing, wiring, onConnection }, deadline);
    this.#pace.ended();
    if ('kind' in connection) return connection;
    const answer = await this.#ask(connection, [maxNodesPerReadNode, namespaceArrayNode], 'session', deadline);
    if (answer.ok) {
      const [limit, namespaces] = answer.results;
      return { url, connection, namespaces: namespacesOf(namespaces), parts: new PartedRead(nodesPerReadOf(limit)) };
    }
    await connection.close();
    return answer.fault;
  }

  async #leave(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.connection.close();
  }

  async #ask(
    connection: Connection,
    nodes: readonly NodeId[],
    kind: ExchangeKind,
    deadline: Deadline,
  ): Promise<ReadAnswer> {
    const fault = (await this.#heldBack(deadline, 'read')) ?? connection.lost;
    if (fault !== undefined) return { ok: false, fault };
    const { requestTimeoutMs } = this.target.pacing;
    const answer = await readValues(connection, this.#ledger, nodes, kind, deadline.within(requestTimeoutMs));
    this.#pace.ended();
    return answer;
  }

  /** Waits for our turn; the fault where it does not come, so that nothing is sent and nothing recorded. */
  async #heldBack(deadline: Deadline, during: 'connect' | 'read'): Promise<Fault | undefined> {
    const turn = await this.#pace.turn(deadline);
    if (turn === 'stopped') return { kind: 'stopped', by: 'operator' };
    return turn === 'late' ? { kind: 'timeout', during, afterMs: 0 } : undefined;
  }

  #observe(point: PointAddress, told: Told | undefined): Observation {
    if (told === undefined) throw new Error(`${point.tag} was asked and got no answer`);
    if (!told.ok) return this.#silence(point, told.fault, told.exchange?.number);
    const { sent, received = sent, number } = told.exchange;
    const wait = { during: 'read', afterMs: Math.round(received.monotonicMs - sent.monotonicMs) } as const;
    const decoded = decodeDataValue(told.dataValue, point.type, wait);
    const carried = { tag: point.tag, at: received, exchange: number };
    if (!decoded.ok) return { kind: 'silence', fault: decoded.fault, ...carried };
    return { kind: 'reading', ...decoded.reading, raw: canonicalJson(describeDataValue(told.dataValue)), ...carried };
  }

  #silence({ tag }: PointAddress, fault: Fault, exchange?: number): Observation {
    const at = this.#wiring.clock.now();
    return { kind: 'silence', tag, fault, at, ...(exchange === undefined ? {} : { exchange }) };
  }
}

function nodeOf({ tag, address }: PointAddress, namespaces: readonly string[]): NodeId | Fault {
  if (address.protocol !== 'opcua') throw new Error(`an OPC UA reader was given the ${address.protocol} point ${tag}`);
  return nodeIdOf(address, namespaces);
}
