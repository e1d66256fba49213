import { type AskOne, askAbreast } from '../ask-abreast.ts';
import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import { bisect } from './bisect.ts';
import { readPdu } from './frame.ts';
import type { Block } from './plan.ts';
import type { Request, Told, UnitSession } from './session.ts';
import { tables } from './table.ts';

/** Receives a block and what the device told of it. */
export type TakeBlock = (block: Block, told: Told) => void;

/** Losses of the connection within one read that are made good; more of them in a row the circuit breaker does not allow anyway. */
const mostReopenings = 2;

/**
 * Asks for the blocks, as many at once as the session's window allows. A block refused for what it asks is asked again in halves,
 * so that the good slots of it stay good; one that was lost in company is asked again by itself. A lost connection is opened anew
 * at most twice; then, or once the circuit breaker or the budget stops us, every block that remains is told why.
 */
export async function askBlocks(
  session: UnitSession,
  blocks: readonly Block[],
  deadline: Deadline,
  take: TakeBlock,
): Promise<void> {
  const sinceMs = performance.now();
  const queue = [...blocks];
  let end: Fault | undefined;
  let reopenings = 0;
  const window = () => (end === undefined && session.isOpen ? (session.window ?? 1) : 0);
  const ask: AskOne<Block, Told> = (block, ended, failed) => {
    const onTold = (told: Told) => {
      // Before the next one is asked: what was not asked any more is the end of it, unless the connection alone went.
      if (!told.ok && told.exchange === undefined && !wentBefore(told, session)) end ??= told.fault;
      ended(told);
    };
    session.begin(requestOf(block), deadline, sinceMs, onTold, failed);
  };
  while (queue.length > 0) {
    end ??= session.withheld;
    if (end === undefined && !session.isOpen) {
      end = reopenings < mostReopenings ? await session.connect(deadline) : session.lost;
      reopenings += 1;
    }
    if (end !== undefined) {
      for (const block of queue.splice(0)) take(block, { ok: false, fault: end });
      return;
    }
    await askAbreast(queue, window, ask, (block, told) => {
      const again = told.ok ? undefined : askedAgain(block, told, session);
      if (again === undefined) take(block, told);
      else queue.unshift(...again);
    });
  }
}

/** What is asked in the place of a block that got no answer; undefined where that is its end. */
function askedAgain(block: Block, told: Untold, session: UnitSession): readonly Block[] | undefined {
  const { fault, wasCrowded } = told;
  if (fault.kind === 'stopped') return undefined;
  if (wasCrowded === true || wentBefore(told, session)) return [block];
  return isAboutTheRequest(fault) ? bisect(block) : undefined;
}

type Untold = Extract<Told, { ok: false }>;

/** The connection went while the gap of the pacing ran. */
function wentBefore({ fault, exchange }: Untold, session: UnitSession): boolean {
  return exchange === undefined && fault.kind !== 'stopped' && !session.isOpen;
}

/** Blocks are planned once and asked for in every round. */
const requests = new WeakMap<Block, Request>();

function requestOf(block: Block): Request {
  const known = requests.get(block);
  if (known !== undefined) return known;
  const { table, offset, count } = block;
  const { functionCode } = tables[table];
  const what = `FC${functionCode} ${offset}+${count}`;
  const request: Request = { kind: 'read', what, pdu: readPdu(functionCode, offset, count) };
  requests.set(block, request);
  return request;
}

/** Address, quantity, or something about one of the registers: a smaller request may do better. */
function isAboutTheRequest(fault: Fault): boolean {
  return fault.kind === 'no-such-address' || (fault.kind === 'refused' && (fault.code === 3 || fault.code === 4));
}
