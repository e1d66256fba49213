import type { Exchange } from '../exchange.ts';
import type { Fault } from '../fault.ts';
import type { Checked } from './checked.ts';
import { decode } from './decode.ts';
import type { ObservationSheet } from './observation-sheet.ts';
import { planApart } from './plan.ts';
import type { Run } from './run.ts';
import type { Asked } from './session.ts';
import type { Block, Limits, Telegram } from './telegram.ts';

/** What became of one ReadVar. */
export type ReadReply = Asked<readonly Checked<Uint8Array>[]>;

/** Puts what the reply to a telegram says onto the sheet; gives the telegrams that must be asked in its place. */
export function takeReply(
  telegram: Telegram,
  reply: ReadReply,
  sheet: ObservationSheet,
  limits: Limits,
): readonly Telegram[] {
  return reply.ok ? taken(telegram, reply, sheet, limits) : declined(telegram, reply, sheet, limits);
}

type Answered = Extract<ReadReply, { ok: true }>;
type Unanswered = Extract<ReadReply, { ok: false }>;

/** Decodes the good blocks. A failed block may hold a single bad value: what it leaves is asked for again, value by value. */
function taken(telegram: Telegram, answered: Answered, sheet: ObservationSheet, limits: Limits): readonly Telegram[] {
  const again: Run[] = [];
  for (const [at, block] of telegram.entries()) {
    const item = answered.value[at];
    if (item === undefined) throw new Error('fewer items than the checked reply holds');
    if (item.ok) decodeBlock(block, item.value, answered.exchange, sheet);
    else if (block.runs.length > 1) again.push(...block.runs);
    else silence(block.runs, item.fault, sheet, answered.exchange);
  }
  return planApart(again, limits);
}

/** Whoever declines a whole telegram for one bad value is asked again in halves; any other fault is each value's own. */
function declined(telegram: Telegram, asked: Unanswered, sheet: ObservationSheet, limits: Limits): readonly Telegram[] {
  const runs = telegram.flatMap((block) => block.runs);
  const mayBeOneValue = asked.fault.kind === 'refused' || asked.fault.kind === 'no-such-address';
  if (!mayBeOneValue || runs.length === 1) {
    silence(runs, asked.fault, sheet, asked.exchange);
    return [];
  }
  const middle = Math.ceil(runs.length / 2);
  return [...planApart(runs.slice(0, middle), limits), ...planApart(runs.slice(middle), limits)];
}

function decodeBlock(block: Block, bytes: Uint8Array, exchange: Exchange, sheet: ObservationSheet): void {
  for (const run of block.runs) {
    const from = run.start - block.start;
    const raw = bytes.subarray(from, from + run.length);
    const decoded = decode(raw, run.type, run.bit);
    if (decoded.ok) sheet.reading(run.index, decoded.value, raw, exchange);
    else sheet.silence(run.index, decoded.fault, exchange);
  }
}

function silence(runs: readonly Run[], fault: Fault, sheet: ObservationSheet, exchange?: Exchange): void {
  for (const { index } of runs) sheet.silence(index, fault, exchange);
}
