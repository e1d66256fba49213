import type { ExchangeKind, Traffic } from '../../../protocols/index.ts';
import { inDeclaredOrder } from '../../declared-order.ts';
import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';
import { listText } from '../../words/index.ts';

const kinds = [
  'connect',
  'session',
  'identify',
  'run-state',
  'clock',
  'read',
  'browse',
  'history',
  'close',
] as const satisfies readonly ExchangeKind[];

/** What was sent to the controllers; below each, what of it the witness sent. */
export interface TrafficModel {
  readonly title: string;
  /** `写请求：0`. */
  readonly writes: string;
  readonly explanation: string;
  readonly traffic: TableModel;
}

/** Arranges the traffic statement. */
export function buildTraffic({ record, voice }: Source): TrafficModel {
  const writes = record.traffic.reduce((sum, it) => sum + it.writes, 0);
  const killed = record.traffic.filter((it) => it.fromExchanges).map((it) => it.controller);
  const used = kinds.filter((kind) => record.traffic.some((it) => (it.requests[kind] ?? 0) > 0));
  const rowOf = (name: string, it: Traffic) => [
    name,
    String(it.connections),
    ...used.map((kind) => String(it.requests[kind] ?? 0)),
    String(it.bytesOut),
    String(it.bytesIn),
    String(it.peakPerSecond),
  ];
  return {
    title: voice.say('report.traffic'),
    writes: voice.say('report.writes', { count: writes }),
    explanation: [
      voice.say('report.writes-explanation'),
      ...(killed.length === 0
        ? []
        : [voice.say('running.traffic-from-exchanges', { controllers: listText(killed, voice) })]),
    ].join(' '),
    traffic: {
      headers: [
        voice.say('report.controller'),
        voice.say('report.connections'),
        ...used.map((kind) => voice.say(`report.exchange-${kind}`)),
        voice.say('report.bytes-out'),
        voice.say('report.bytes-in'),
        voice.say('report.peak'),
      ],
      rows: inDeclaredOrder(record.traffic, record, (it) => it.controller).flatMap((it) => [
        rowOf(it.controller, it),
        ...(it.witness === undefined ? [] : [rowOf(voice.say('report.of-which-witness'), it.witness)]),
      ]),
    },
  };
}
