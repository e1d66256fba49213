import { type Cause, convert, type Plant } from '../../../plant/index.ts';
import type { Inputs, Sample } from '../../check.ts';
import { pointOf, saysOne } from '../discrete.ts';

/** The first moment (ms since 1970) at which enough channels of a cause demanded the trip; undefined = no demand was seen. */
export function demandAt(cause: Cause, plant: Plant, inputs: Inputs): number | undefined {
  const channels = cause.channels.map((tag) => ({
    samples: inputs.readings(tag),
    demands: demandTest(cause, tag, plant, inputs),
  }));
  const moments = channels.flatMap(({ samples }) => samples.map((sample) => sample.atMs)).sort((a, b) => a - b);
  return moments.find(
    (moment) =>
      channels.filter(({ samples, demands }) => demands(lastBefore(samples, moment))).length >= cause.vote.needed,
  );
}

function demandTest(cause: Cause, tag: string, plant: Plant, inputs: Inputs): (sample: Sample | undefined) => boolean {
  const { trip, demand } = cause;
  const point = pointOf(plant, tag);
  if (demand !== undefined) {
    return (sample) => sample !== undefined && saysOne(sample.value) === (point.oneMeans === demand);
  }
  if (trip === undefined) return () => false;
  const readable = trip.kind === 'readable' && trip.setpoint !== undefined;
  const value = readable
    ? {
        value: Number(inputs.reading(trip.setpoint ?? '').value),
        unit: pointOf(plant, trip.setpoint ?? '').unit ?? trip.value.unit,
      }
    : trip.value;
  const limit = convert(value, point.unit ?? value.unit)?.value;
  if (limit === undefined) return () => false;
  return (sample) => {
    if (sample === undefined) return false;
    return trip.direction === 'above' ? Number(sample.value) > limit : Number(sample.value) < limit;
  };
}

/** What a channel said last, at or before a moment. */
function lastBefore(samples: readonly Sample[], moment: number): Sample | undefined {
  return samples.findLast((sample) => sample.atMs <= moment);
}
