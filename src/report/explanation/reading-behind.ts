import type { AuditRecord, RecordedObservation } from '../../audit/index.ts';
import { describeFault } from '../../protocols/index.ts';
import { originText } from '../evidence-rows.ts';
import type { Source } from '../source.ts';
import { plantTime, printable, valueText } from '../words/index.ts';

/** A request and its reply, as bytes, with the number of the entry that holds them. */
export interface ExchangeBehind {
  readonly evidence: number;
  readonly exchange: number;
  readonly what: string;
  readonly sent: string;
  readonly received?: string;
  /** Lower-case hex; for OPC UA, whose library owns the wire, the canonical JSON of what was asked and answered. */
  readonly request: string;
  readonly reply?: string;
  readonly fault?: string;
}

/** One reading that a verdict rests on, down to the wire; or what stood in its place. */
export interface ReadingBehind {
  readonly evidence: number;
  readonly tag: string;
  readonly origin: string;
  readonly address?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly quality?: string;
  /** Why there is no value. */
  readonly silence?: string;
  /** Bytes of the value as they came, hex. */
  readonly raw?: string;
  readonly round: number;
  readonly sourceTime?: string;
  readonly serverTime?: string;
  readonly at: string;
  /** Number of the exchange that carried it, among the exchanges of the explanation. */
  readonly exchange?: number;
  /** The last round in which the same was read again. */
  readonly confirmed?: {
    readonly evidence: number;
    readonly round: number;
    readonly at: string;
    readonly exchange?: number;
  };
}

/** One observation for people and machines, with the last one that confirmed it; nothing is left out that the evidence has. */
export function readingBehind(
  observation: RecordedObservation,
  confirmedBy: RecordedObservation | undefined,
  source: Pick<Source, 'record' | 'voice'>,
): ReadingBehind {
  const { record, voice } = source;
  const { evidence, tag, sample, at, exchange } = observation;
  const point = record.plant.points.get(tag);
  const time = (name: 'sourceTime' | 'serverTime', utc: number | undefined) =>
    utc === undefined ? {} : { [name]: plantTime(utc) ?? voice.say('report.no-such-time') };
  const common = {
    evidence,
    tag,
    origin: originText(point?.controller, source).replace('\n', ' '),
    ...(point === undefined ? {} : { address: point.written }),
    round: sample,
    at: plantTime(at.utc) ?? voice.say('report.no-such-time'),
    ...(exchange === undefined ? {} : { exchange }),
    ...(confirmedBy?.confirmation === undefined
      ? {}
      : {
          confirmed: {
            evidence: confirmedBy.confirmation,
            round: confirmedBy.sample,
            at: plantTime(confirmedBy.at.utc) ?? voice.say('report.no-such-time'),
            ...(confirmedBy.exchange === undefined ? {} : { exchange: confirmedBy.exchange }),
          },
        }),
  };
  if (observation.kind === 'silence') return { ...common, silence: voice.tell(describeFault(observation.fault)) };
  const { quality, status } = observation;
  const said = voice.say(`report.quality-${quality}`);
  return {
    ...common,
    value: valueText(observation, point, voice),
    ...(point?.unit === undefined ? {} : { unit: point.unit }),
    quality: status === undefined ? said : `${said} ${printable(status.name)}`,
    raw: hex(observation.raw),
    ...time('sourceTime', observation.sourceTime),
    ...time('serverTime', observation.serverTime),
  };
}

/** The exchange of a number, if the evidence has it. */
export function exchangeBehind(
  number: number,
  { record, voice }: Pick<Source, 'record' | 'voice'>,
): ExchangeBehind | undefined {
  const found = record.exchanges.find((exchange) => exchange.number === number);
  if (found === undefined) return undefined;
  const { evidence, what, request, reply, fault, sent, received } = found;
  const bytes = isText(found, record) ? utf8 : hex;
  return {
    evidence,
    exchange: number,
    what: printable(what),
    sent: plantTime(sent.utc) ?? voice.say('report.no-such-time'),
    ...(received === undefined ? {} : { received: plantTime(received.utc) ?? voice.say('report.no-such-time') }),
    request: bytes(request),
    ...(reply === undefined ? {} : { reply: bytes(reply) }),
    ...(fault === undefined ? {} : { fault: voice.tell(describeFault(fault)) }),
  };
}

/** OPC UA keeps the canonical form of a request; the other protocols keep the bytes of the wire. */
function isText({ controller }: AuditRecord['exchanges'][number], { plant }: AuditRecord): boolean {
  return plant.controllers.find(({ id }) => id === controller)?.endpoints[0].protocol === 'opcua';
}

function utf8(bytes: Uint8Array): string {
  return printable(Buffer.from(bytes).toString('utf8'));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
