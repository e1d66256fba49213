import { askAbreast } from '../ask-abreast.ts';
import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import { bisect } from './bisect.ts';
import { readPdu } from './frame.ts';
import type { Block } from './plan.ts';
import type { Told, UnitSession } from './session.ts';
import { tables } from './table.ts';

/** A block and what the device told of it. */
export interface ToldBlock {
  readonly block: Block;
  readonly told: Told;
}

/** Losses of the connection within one read that are made good; more of them in a row the circuit breaker does not allow anyway. */
const mostReopenings = 2;

/**
 * Asks for the blocks, as many at once as the session's window allows. A block refused for what it asks is asked again in halves,
 * so that the good slots of it stay good; one that was lost in company is asked again by itself. A lost connection is opened anew
 * at most twice; then, or once the circuit breaker or the budget stops us, every block that remains is told why.
 */
export async function* askBlocks(
  session: UnitSession,
  blocks: readonly Block[],
  deadline: Deadline,
): AsyncGenerator<ToldBlock> {
  const sinceMs = performance.now();
  const queue = [...blocks];
  let end: Fault | undefined;
  let reopenings = 0;
  const window = () => (end === undefined && session.isOpen ? (session.window ?? 1) : 0);
  while (queue.length > 0) {
    end ??= session.withheld;
    if (end === undefined && !session.isOpen) {
      end = reopenings < mostReopenings ? await session.connect(deadline) : session.lost;
      reopenings += 1;
    }
    if (end !== undefined) {
      for (const block of queue.splice(0)) yield { block, told: { ok: false, fault: end } };
      return;
    }
    const asking = askAbreast(queue, window, (block) => session.ask(requestOf(block), deadline, sinceMs));
    for await (const { question: block, answer: told } of asking) {
      const again = told.ok ? undefined : askedAgain(block, told, session);
      if (again !== undefined) queue.unshift(...again);
      else yield { block, told };
      const isUnasked = !told.ok && told.exchange === undefined;
      if (isUnasked && again === undefined) end ??= told.fault;
    }
  }
}

/** What is asked in the place of a block that got no answer; undefined where that is its end. */
function askedAgain(
  block: Block,
  { fault, exchange, wasCrowded }: Extract<Told, { ok: false }>,
  session: UnitSession,
): readonly Block[] | undefined {
  if (fault.kind === 'stopped') return undefined;
  const wentBefore = exchange === undefined && !session.isOpen; // the connection went while the gap of the pacing ran
  if (wentBefore || wasCrowded === true) return [block];
  return isAboutTheRequest(fault) ? bisect(block) : undefined;
}

function requestOf({ table, offset, count }: Block) {
  const { functionCode } = tables[table];
  return {
    kind: 'read',
    what: `FC${functionCode} ${offset}+${count}`,
    pdu: readPdu(functionCode, offset, count),
  } as const;
}

/** Address, quantity, or something about one of the registers: a smaller request may do better. */
function isAboutTheRequest(fault: Fault): boolean {
  return fault.kind === 'no-such-address' || (fault.kind === 'refused' && (fault.code === 3 || fault.code === 4));
}
