import type { RecordedObservation } from '../audit/index.ts';

/** Everything observed of each tag, oldest first. */
export function seriesByTag(
  observations: readonly RecordedObservation[],
): ReadonlyMap<string, readonly RecordedObservation[]> {
  const series = new Map<string, RecordedObservation[]>();
  for (const observation of observations) {
    const own = series.get(observation.tag);
    if (own === undefined) series.set(observation.tag, [observation]);
    else own.push(observation);
  }
  return series;
}
