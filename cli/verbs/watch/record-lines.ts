import type { ControllerTraffic, DemandRecord } from '../../../src/audit/index.ts';
import { say } from '../../../src/messages/index.ts';
import type { Plant } from '../../../src/plant/index.ts';
import { describeFault } from '../../../src/protocols/index.ts';
import { eventsOf } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';
import { eventLine } from './event-line.ts';
import { paint, type Tone } from './paint.ts';

const tones: Readonly<Record<string, Tone>> = { pass: 'good', fail: 'bad', unknown: 'doubt', error: 'doubt' };

/** A record in words: what happened, what it comes to, what was tested, and how finely one could see. */
export function recordLines(record: DemandRecord, plant: Plant, io: Terminal): readonly string[] {
  const tell = (it: Parameters<typeof say>[0]) => say(it, io.language);
  const name = plant.functions.find(({ id }) => id === record.function)?.name ?? '';
  const events = eventsOf(record.facts, plant);
  return [
    '',
    paint(`${record.function} ${name}  ${io.say(`watching.counts-${record.counts}`)}`, 'strong', io.colour),
    ...events.map((event) => `  ${eventLine(event, io)}`),
    ...record.parts.map(({ result, because, expected, actual }) => {
      const words = [because, expected, actual].flatMap((it) => (it === undefined ? [] : [tell(it)]));
      return `  ${paint(io.say(`watching.result-${wordOf(result)}`), tones[result] ?? 'plain', io.colour)}  ${words.join(io.say('report.semicolon'))}`;
    }),
    ...record.tested.map(({ renewed, because }) => {
      const mark = io.say(renewed ? 'watching.renewed' : 'watching.not-renewed');
      return `  ${paint(mark, renewed ? 'good' : 'doubt', io.colour)}  ${tell(because)}`;
    }),
    ...(record.missing.length === 0
      ? []
      : [`  ${io.say('watching.no-test', { missing: record.missing.map(tell).join(io.say('report.semicolon')) })}`]),
    ...record.resolution.flatMap(({ controller, everyMs, longestMs, via, subscription }) => [
      io.say(via === 'direct' ? 'watching.resolution' : 'watching.resolution-behind', {
        controller,
        every: everyMs / 1000,
        longest: longestMs / 1000,
      }),
      ...(subscription === undefined
        ? []
        : subscription === 'used'
          ? [io.say('watching.subscribed', { controller })]
          : [io.say('watching.polled', { controller, why: describeFault(subscription.fault) })]),
    ]),
  ];
}

/** The traffic statement. */
export function trafficLine(
  { controller, connections, requests, bytesOut, bytesIn, writes }: ControllerTraffic,
  io: Terminal,
): string {
  const sent = Object.values(requests).reduce((sum, count) => sum + count, 0);
  return io.say('watching.traffic', { controller, connections, requests: sent, out: bytesOut, in: bytesIn, writes });
}

/** Parts that rest on facts alone have these results only. */
function wordOf(
  result: DemandRecord['parts'][number]['result'],
): 'pass' | 'fail' | 'unknown' | 'notchecked' | 'informational' {
  switch (result) {
    case 'pass':
    case 'fail':
    case 'notchecked':
    case 'informational':
      return result;
    default:
      return 'unknown';
  }
}
