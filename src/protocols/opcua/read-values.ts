import type { Deadline } from '../deadline.ts';
import type { Exchange, ExchangeKind } from '../exchange.ts';
import type { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Connection, spoilt } from './connection.ts';
import { describeStatus } from './describe.ts';
import { statusOfError } from './fault-of-error.ts';
import {
  type DataValue,
  type NodeId,
  ReadRequest,
  ReadResponse,
  type StatusCode,
  TimestampsToReturn,
} from './library.ts';
import type { ReadQuestions } from './read-questions.ts';
import { type ReplyOfValues, replyOfValues } from './reply-of-values.ts';
import type { Outcome } from './settle-work.ts';
import { asksForLess, faultOfStatus, qualityOf } from './status.ts';

/**
 * What one Read gave: a DataValue per node, in order, or why not (without an exchange: it was not even asked).
 * `smaller`: asking for fewer nodes may help, `always` where the server says so, `here` where one value spoils this answer.
 */
export type ReadAnswer =
  | {
      readonly ok: true;
      readonly results: readonly DataValue[];
      /** The canonical form of one of the results, as bytes. */
      readonly raw: ReplyOfValues['raw'];
      readonly exchange: Exchange;
    }
  | {
      readonly ok: false;
      readonly fault: Fault;
      readonly smaller?: 'always' | 'here' | undefined;
      readonly exchange?: Exchange;
    };

/** Called once when a Read was answered well. */
export type WhenGood = () => Promise<void>;

/** One Read. */
export interface ReadQuestion {
  readonly nodes: readonly NodeId[];
  readonly kind: ExchangeKind;
  readonly questions: ReadQuestions;
}

/**
 * Reads the attribute of each node, as fresh as the server can give it (maxAge 0), with both timestamps, in one exchange.
 * `whenGood` is called with a good answer in hand, before it is written down: the next request leaves meanwhile.
 */
export async function readValues(
  connection: Connection,
  ledger: ExchangeLedger,
  { nodes, kind, questions }: ReadQuestion,
  deadline: Deadline,
  whenGood?: WhenGood,
): Promise<ReadAnswer> {
  const request = new ReadRequest({ maxAge: 0, timestampsToReturn: TimestampsToReturn.Both });
  const { asks, described } = questions.of(nodes);
  request.nodesToRead = asks;
  const { attribute } = questions;
  const what = `Read ${attribute === 'Value' ? '' : `${attribute} of `}${nodes.length} nodes`;
  const exchange = ledger.open(kind, what, described);
  const outcome = await connection.read(request, deadline);
  const checked = check(outcome, nodes.length);
  if (checked.ok) {
    exchange.arrived();
    await whenGood?.();
    const { reply, raw } = replyOfValues(checked.results);
    return { ok: true, results: checked.results, raw, exchange: exchange.end({ reply }) };
  }
  const { fault, status } = checked;
  // A server that answers something else, or has forgotten our session, is not asked again on this connection.
  if (fault.kind === 'unreachable' || fault.kind === 'malformed-reply') connection.drop(fault);
  const reply = status && canonicalJson({ service: 'ServiceFault', result: describeStatus(status) });
  const smaller = fault.kind === 'undecodable' ? 'here' : status && asksForLess(status) ? 'always' : undefined;
  return { ok: false, fault, smaller, exchange: exchange.end({ reply, fault }) };
}

type Checked =
  | { readonly ok: true; readonly results: readonly DataValue[] }
  | { readonly ok: false; readonly fault: Fault; readonly status?: StatusCode | undefined };

function check(outcome: Outcome<unknown>, asked: number): Checked {
  if (outcome.kind === 'fault') return { ok: false, fault: outcome.fault };
  if (outcome.kind === 'error') return { ok: false, fault: outcome.fault, status: statusOfError(outcome.error) };
  if (outcome.result === spoilt) return { ok: false, fault: { kind: 'undecodable', what: 'no OPC UA value' } };
  if (!(outcome.result instanceof ReadResponse)) {
    return { ok: false, fault: { kind: 'malformed-reply', what: 'no answer to a Read' } };
  }
  const { responseHeader, results } = outcome.result;
  const status = responseHeader.serviceResult;
  if (qualityOf(status) !== 'good') {
    return { ok: false, fault: faultOfStatus(status, { during: 'read', afterMs: 0 }), status };
  }
  const got = results?.length ?? 0;
  return got === asked && results
    ? { ok: true, results }
    : { ok: false, fault: { kind: 'malformed-reply', what: `${got} values for ${asked} nodes` } };
}
