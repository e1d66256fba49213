import { dirname } from 'node:path';
import { say } from '../../../src/messages/index.ts';
import type { Point } from '../../../src/plant/index.ts';
import { type ProbePoint, parseEndpoint, type Target } from '../../../src/protocols/index.ts';
import { isEndpoint, openPlant } from '../../open-plant.ts';
import { targetOf } from '../../target-of.ts';
import type { Terminal } from '../../terminal.ts';

/** One endpoint to probe, with the points that are read there. */
export interface Subject {
  readonly target: Target;
  readonly points: readonly ProbePoint[];
}

const timeoutMs = 5000;
const gently = { gapMs: 100, maxInFlight: 1, connectTimeoutMs: timeoutMs, requestTimeoutMs: timeoutMs };

/** The endpoint itself, without points, or every endpoint of a plant file with the points of its controller; undefined after a fault. */
export async function subjectsOf(what: string, io: Terminal): Promise<readonly Subject[] | undefined> {
  if (!isEndpoint(what)) return subjectsOfPlant(what, io);
  const endpoint = parseEndpoint(what);
  if (endpoint.ok) {
    return [{ target: { controller: endpoint.value.url, endpoints: [endpoint.value], pacing: gently }, points: [] }];
  }
  io.note(say(endpoint.because, io.language));
  return undefined;
}

async function subjectsOfPlant(file: string, io: Terminal): Promise<readonly Subject[] | undefined> {
  const opened = await openPlant(file, io);
  if (opened === undefined) return undefined;
  const { plant, logins } = opened;
  return plant.controllers.flatMap((controller) => {
    const points = [...plant.points.values()].filter((point) => point.controller === controller.id).map(probePointOf);
    return controller.endpoints.map((endpoint) => ({
      target: targetOf(controller, endpoint, logins, { folder: dirname(file) }),
      points,
    }));
  });
}

/** The instrument range, undone from engineering unit to raw value; a scale of 0 says nothing. */
function probePointOf(point: Point): ProbePoint {
  const { tag, address, type, wordOrder, length, range, scale = { factor: 1, offset: 0 } } = point;
  const rawOf = (value: number) => (value - scale.offset) / scale.factor;
  const ends = range === undefined || scale.factor === 0 ? [] : [rawOf(range.low), rawOf(range.high)];
  return {
    tag,
    address,
    type,
    ...(wordOrder === undefined ? {} : { wordOrder }),
    ...(length === undefined ? {} : { length }),
    ...(ends.length === 0 ? {} : { plausible: { low: Math.min(...ends), high: Math.max(...ends) } }),
  };
}
