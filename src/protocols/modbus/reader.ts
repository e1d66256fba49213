import type { PointAddress } from '../address.ts';
import type { Deadline } from '../deadline.ts';
import type { Traffic } from '../exchange.ts';
import { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import type { Observation } from '../observation.ts';
import { PreparedReads } from '../prepared-reads.ts';
import type { OpenReader, Reader, ReaderWiring, SelfReport } from '../reader.ts';
import type { Endpoint, Target } from '../target.ts';
import { askBlocks } from './ask-blocks.ts';
import { bytesOfSlot } from './bytes-of-slot.ts';
import { decode } from './decode.ts';
import { readIdentity } from './identity.ts';
import { type Block, planBlocks } from './plan.ts';
import { Session, type Told, type UnitSession } from './session.ts';
import { slotsOf, type Wanted } from './slot.ts';

type Answered = Extract<Told, { ok: true }>;

/** Gives a session with the unit at one endpoint, not connected yet; throws for an endpoint of another framing. */
export type OpenSession = (
  target: Target,
  endpoint: Endpoint,
  ledger: ExchangeLedger,
  signal: ReaderWiring['signal'],
) => UnitSession;

/** Opens a read-only Modbus/TCP reader; nothing is sent before `connect`. */
export const openModbusReader: OpenReader = (target, wiring) =>
  openModbusReaderOver(target, wiring, (target, endpoint, ledger, signal) => {
    if (endpoint.protocol !== 'modbus') throw new Error(`a Modbus reader was given ${endpoint.url}`);
    return new Session(target, endpoint, ledger, signal);
  });

/** Opens a Modbus reader over sessions of another framing: planning, bisecting and decoding are the same. */
export function openModbusReaderOver(target: Target, wiring: ReaderWiring, openSession: OpenSession): Reader {
  return new ModbusReader(target, wiring, openSession);
}

class ModbusReader implements Reader {
  readonly target: Target;
  readonly #wiring: ReaderWiring;
  readonly #ledger: ExchangeLedger;
  readonly #openSession: OpenSession;
  readonly #prepared: PreparedReads<Prepared>;
  #session: UnitSession | undefined;
  #absence: Fault = { kind: 'unreachable', code: 'ENOTCONN' };

  constructor(target: Target, wiring: ReaderWiring, openSession: OpenSession) {
    this.target = target;
    this.#wiring = wiring;
    this.#openSession = openSession;
    this.#ledger = new ExchangeLedger(target.controller, wiring, { budget: target.pacing.budget });
    this.#prepared = new PreparedReads((points) => {
      const { slots, faults } = slotsOf(points, target.wordOrder);
      return { blocks: planBlocks(slots, target.pacing.bridgeGap), faults };
    });
  }

  async connect(deadline: Deadline): Promise<Fault | undefined> {
    await this.close();
    for (const endpoint of this.target.endpoints) {
      const session = this.#openSession(this.target, endpoint, this.#ledger, this.#wiring.signal);
      const fault = await session.connect(deadline);
      if (fault === undefined) {
        this.#session = session;
        return undefined;
      }
      this.#absence = fault;
    }
    return this.#absence;
  }

  async identify(deadline: Deadline): Promise<SelfReport> {
    const session = this.#session;
    const endpoint = session?.endpoint.url ?? this.target.endpoints[0].url;
    if (session === undefined)
      return { endpoint, identity: { fault: this.#absence }, runState: 'unknown', exchanges: [] };
    // Modbus has neither a run state nor a clock of its own; what a device puts into registers is a point like any other.
    return { endpoint, runState: 'not-served', ...(await readIdentity(session, deadline)) };
  }

  /** plan → frame → send → check (askBlocks), then every slot's bytes → decode. */
  async read(points: readonly PointAddress[], deadline: Deadline): Promise<readonly Observation[]> {
    const session = this.#session;
    if (session === undefined) return points.map((point) => this.#silence(point, this.#absence));
    const { blocks, faults } = this.#prepared.of(points);
    const observations: (Observation | undefined)[] = points.map(() => undefined);
    for (const { index, point, fault } of faults) observations[index] = this.#silence(point, fault);
    await askBlocks(session, blocks, deadline, (block, told) => {
      for (const slot of block.slots) {
        const raw = told.ok ? bytesOfSlot(told.pdu, block, slot) : nothing;
        for (const wanted of slot.wanted) {
          observations[wanted.index] = told.ok
            ? reading(wanted, raw, told)
            : this.#silence(wanted.point, told.fault, told.exchange);
        }
      }
    });
    return observations.map((observation, index) => {
      if (observation === undefined) throw new Error(`${points[index]?.tag} was asked and got no observation`);
      return observation;
    });
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }

  traffic(): Traffic {
    return this.#ledger.traffic();
  }

  #silence({ tag }: PointAddress, fault: Fault, exchange?: number): Observation {
    const at = this.#wiring.clock.now();
    return { kind: 'silence', tag, fault, at, ...(exchange === undefined ? {} : { exchange }) };
  }
}

/** A list of points, planned: the blocks to ask for, and the points that no request can carry. */
interface Prepared {
  readonly blocks: readonly Block[];
  readonly faults: ReturnType<typeof slotsOf>['faults'];
}

const nothing = new Uint8Array();

function reading({ point: { tag, type }, declared }: Wanted, raw: Uint8Array, { at, exchange }: Answered): Observation {
  const decoded = decode(raw, declared);
  if (!decoded.ok) return { kind: 'silence', tag, fault: { kind: 'undecodable', what: decoded.what }, at, exchange };
  return { kind: 'reading', tag, value: decoded.value, type, quality: 'good', raw, at, exchange };
}
