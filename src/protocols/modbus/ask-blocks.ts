import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import { bisect } from './bisect.ts';
import { readPdu } from './frame.ts';
import type { Block } from './plan.ts';
import type { Told, UnitSession } from './session.ts';
import { tables } from './table.ts';
import { isTrouble } from './trouble.ts';

/** A block and what the device told of it. */
export interface ToldBlock {
  readonly block: Block;
  readonly told: Told;
}

const mostTroubles = 2;

/**
 * Asks for one block after the other. A block refused for what it asks is asked again in halves, so that the good slots of
 * it stay good. A lost connection is opened anew once; after the second trouble the device is left alone, and every block
 * that remains is told that trouble.
 */
export async function* askBlocks(
  session: UnitSession,
  blocks: readonly Block[],
  deadline: Deadline,
): AsyncGenerator<ToldBlock> {
  const sinceMs = performance.now();
  const queue = [...blocks];
  let end: Fault | undefined;
  let troubles = 0;
  let isReopened = false;
  for (let block = queue.shift(); block !== undefined; block = queue.shift()) {
    if (end === undefined && !session.isOpen) {
      end = isReopened ? session.lost : await session.connect(deadline);
      isReopened = true;
    }
    if (end !== undefined) {
      yield { block, told: { ok: false, fault: end } };
      continue;
    }
    const told = await session.ask(requestOf(block), deadline, sinceMs);
    const isUnasked = !told.ok && told.exchange === undefined;
    const halves = !told.ok && isAboutTheRequest(told.fault) ? bisect(block) : undefined;
    if (isUnasked && !session.isOpen && !isReopened) {
      queue.unshift(block); // the connection went while the gap of the pacing ran
    } else if (halves !== undefined) {
      queue.unshift(...halves);
    } else {
      yield { block, told };
      if (told.ok) continue;
      if (isTrouble(told.fault)) troubles += 1;
      if (troubles === mostTroubles || isUnasked || told.fault.kind === 'stopped') end = told.fault;
    }
  }
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
