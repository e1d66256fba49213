import type { PointAddress } from '../address.ts';
import type { Deadline } from '../deadline.ts';
import type { Exchange, ExchangeKind } from '../exchange.ts';
import type { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import type { Pace } from '../pace.ts';
import { PreparedReads } from '../prepared-reads.ts';
import type { SelfReport } from '../reader.ts';
import type { Target } from '../target.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Connection, ReadingRequest } from './connection.ts';
import { selfNodes, selfReportOf } from './identity.ts';
import type { NodeId } from './library.ts';
import { namespaceArrayNode, namespacesOf, nodeIdOf } from './node-id.ts';
import { maxNodesPerReadNode, nodesPerReadOf } from './nodes-per-read.ts';
import { openConnection } from './open-connection.ts';
import { PartedRead, type Take, type Told } from './parted-read.ts';
import { ReadQuestions } from './read-questions.ts';
import { type ReadAnswer, readValues, type WhenGood } from './read-values.ts';
import { mostBytesOfRead } from './request-plan.ts';
import { noSecurity } from './security.ts';

/** How sessions with one controller are opened and kept in pace. */
export interface SessionWiring {
  readonly target: Target;
  readonly ledger: ExchangeLedger;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly subscribes: boolean;
  /** Hears of every connection, for the traffic totals. */
  readonly onConnection: (connection: Connection) => void;
}

/** A request beside the values: what is asked, and how its response is checked, described for the evidence and taken. */
export interface Question<T> {
  readonly kind: ExchangeKind;
  readonly what: string;
  readonly asked: object;
  readonly request: ReadingRequest;
  readonly take: (response: unknown) => { readonly told: object; readonly result: T } | { readonly fault: Fault };
}

/** The nodes of points, in order; `places` says which point each is of, `without` why the others have none. */
export interface NodesOfPoints {
  readonly nodes: readonly NodeId[];
  readonly places: readonly number[];
  readonly without: ReadonlyMap<number, Fault>;
}

/** A session with a server, with what the server said about reading from it: its namespaces, and how much at once. */
export class Session {
  readonly url: string;
  readonly #connection: Connection;
  readonly #wiring: SessionWiring;
  #namespaces: readonly string[] = [];
  #operationsPerRead = 1;
  readonly #nodes = new Map<PointAddress['address'], NodeId | Fault>();
  readonly #prepared = new PreparedReads((points): NodesOfPoints => this.#find(points));
  readonly #values = new ReadQuestions('Value');
  readonly #userAccess = new ReadQuestions('UserAccessLevel');
  #parts = new PartedRead(1);
  #rights = new PartedRead(1);

  private constructor(url: string, connection: Connection, wiring: SessionWiring) {
    this.url = url;
    this.#connection = connection;
    this.#wiring = wiring;
  }

  /** Connects, logs in, and asks for the limits and the namespaces; the fault where one of these fails. */
  static async open(url: string, wiring: SessionWiring, deadline: Deadline): Promise<Session | Fault> {
    const { target, ledger, pace, signal, subscribes, onConnection } = wiring;
    const heldBack = await turnOf(pace, deadline, 'connect');
    if (heldBack !== undefined) return heldBack;
    const { controller, pacing, security = noSecurity } = target;
    const plan = { url, security, pacing, wiring: { controller, ledger, signal, subscribes }, onConnection };
    const connection = await openConnection(plan, deadline);
    pace.ended();
    if ('kind' in connection) return connection;
    const session = new Session(url, connection, wiring);
    const fault = await session.#look(deadline);
    if (fault === undefined) return session;
    await connection.close();
    return fault;
  }

  /** Why nothing can be asked any more; undefined while the session stands. */
  get lost(): Fault | undefined {
    return this.#connection.lost;
  }

  /** The namespace table of this server. */
  get namespaces(): readonly string[] {
    return this.#namespaces;
  }

  /** How many nodes, or attributes of nodes, one Read may ask. */
  get operationsPerRead(): number {
    return this.#operationsPerRead;
  }

  /** The node of a point on this server, or why there is none. */
  nodeOf({ tag, address }: PointAddress): NodeId | Fault {
    const known = this.#nodes.get(address);
    if (known !== undefined) return known;
    if (address.protocol !== 'opcua')
      throw new Error(`an OPC UA reader was given the ${address.protocol} point ${tag}`);
    const node = nodeIdOf(address, this.#namespaces);
    this.#nodes.set(address, node);
    return node;
  }

  /** The nodes of a list of points, with their places in it. */
  nodesOf(points: readonly PointAddress[]): NodesOfPoints {
    return this.#prepared.of(points);
  }

  /** What the server says to each node, in as few Reads as it allows. */
  read(nodes: readonly NodeId[], deadline: Deadline): Promise<ReadonlyMap<NodeId, Told>> {
    return this.#parts.read(nodes, (part) => this.#ask(part, 'read', deadline));
  }

  /** The same, each node handed on as soon as its answer is there. */
  readEach(nodes: readonly NodeId[], take: Take, deadline: Deadline): Promise<void> {
    return this.#parts.each(nodes, (part, next) => this.#ask(part, 'read', deadline, this.#values, next), take);
  }

  /** What the server says this session's user may do with each node, in as few Reads as it allows. */
  readUserAccess(nodes: readonly NodeId[], deadline: Deadline): Promise<ReadonlyMap<NodeId, Told>> {
    return this.#rights.read(nodes, (part) => this.#ask(part, 'identify', deadline, this.#userAccess));
  }

  /** What the server says of itself. */
  async identify(deadline: Deadline): Promise<Omit<SelfReport, 'endpoint'>> {
    const answer = await this.#ask(selfNodes, 'identify', deadline);
    const endpoints = this.#connection.offered.map(({ mode = '', policy, users = [] }) => ({
      mode,
      policy: policy?.split('#').at(-1) ?? '',
      users,
    }));
    if (answer.ok)
      return {
        ...selfReportOf(answer.results, answer.exchange, this.#connection.applicationName),
        namespaces: this.#namespaces,
        endpoints,
      };
    const exchanges = answer.exchange === undefined ? [] : [answer.exchange.number];
    return { identity: { fault: answer.fault }, runState: 'unknown', exchanges };
  }

  /**
   * Sends one more reading request in its turn, of attributes or of history; `take` checks and describes the response.
   * Without an exchange it was not even asked.
   */
  async send<T>(
    question: Question<T>,
    deadline: Deadline,
  ): Promise<{ readonly answer: T | Fault; readonly exchange?: Exchange }> {
    const { target, ledger, pace } = this.#wiring;
    const withheld = (await turnOf(pace, deadline, 'read')) ?? this.lost ?? ledger.withheld();
    if (withheld !== undefined) return { answer: withheld };
    const { kind, what, asked, request, take } = question;
    const exchange = ledger.open(kind, what, canonicalJson(asked));
    const outcome = await this.#connection.read(request, deadline.within(target.pacing.requestTimeoutMs));
    pace.ended();
    const taken = outcome.kind === 'done' ? take(outcome.result) : outcome;
    if (!('told' in taken)) return { answer: taken.fault, exchange: exchange.end({ fault: taken.fault }) };
    return { answer: taken.result, exchange: exchange.end({ reply: canonicalJson(taken.told) }) };
  }

  /** Ends the session politely; safe to call twice. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  #find(points: readonly PointAddress[]): NodesOfPoints {
    const nodes: NodeId[] = [];
    const places: number[] = [];
    const without = new Map<number, Fault>();
    for (const [place, point] of points.entries()) {
      const node = this.nodeOf(point);
      if ('kind' in node) without.set(place, node);
      else {
        nodes.push(node);
        places.push(place);
      }
    }
    return { nodes, places, without };
  }

  async #look(deadline: Deadline): Promise<Fault | undefined> {
    const answer = await this.#ask([maxNodesPerReadNode, namespaceArrayNode], 'session', deadline);
    if (!answer.ok) return answer.fault;
    const [limit, namespaces] = answer.results;
    this.#operationsPerRead = nodesPerReadOf(limit);
    this.#parts = new PartedRead(this.#operationsPerRead);
    this.#rights = new PartedRead(this.#operationsPerRead);
    this.#namespaces = namespacesOf(namespaces);
    return undefined;
  }

  async #ask(
    nodes: readonly NodeId[],
    kind: ExchangeKind,
    deadline: Deadline,
    questions = this.#values,
    next?: WhenGood,
  ): Promise<ReadAnswer> {
    const { target, ledger, pace } = this.#wiring;
    const fault =
      (await turnOf(pace, deadline, 'read')) ?? this.lost ?? ledger.withheld(...mostBytesOfRead(nodes.length));
    if (fault !== undefined) return { ok: false, fault };
    const { connectTimeoutMs, requestTimeoutMs } = target.pacing;
    // What opens a session belongs to connecting: servers take their time for it, as they do not for a Read.
    const limit = deadline.within(kind === 'session' ? connectTimeoutMs : requestTimeoutMs);
    const whenGood =
      next &&
      (() => {
        // Its time ends with the answer, not with our writing it down.
        pace.ended();
        return next();
      });
    const answer = await readValues(this.#connection, ledger, { nodes, kind, questions }, limit, whenGood);
    if (whenGood === undefined || !answer.ok) pace.ended();
    return answer;
  }
}

/** Waits for our turn; the fault where it does not come, so that nothing is sent and nothing recorded. */
async function turnOf(pace: Pace, deadline: Deadline, during: 'connect' | 'read'): Promise<Fault | undefined> {
  const turn = await pace.turn(deadline);
  if (turn === 'stopped') return { kind: 'stopped', by: 'operator' };
  return turn === 'late' ? { kind: 'timeout', during, afterMs: 0 } : undefined;
}
