import { type Text, text } from '../messages/index.ts';
import type { Deadline } from './deadline.ts';
import type { Fault } from './fault.ts';
import type { Observation } from './observation.ts';
import type { ProbedPoint, ProbePoint, ProbeReport } from './probe-report.ts';
import type { Reader, SelfReport } from './reader.ts';

/** What a protocol has to say of what a probe met: hints for a person, never a verdict and never a change to a device. */
export interface Hints {
  ofConnect(fault: Fault): readonly Text[];
  ofSelf(self: SelfReport): readonly Text[];
  ofPoint(point: ProbePoint, observation: Observation): Pick<ProbedPoint, 'underOrder' | 'remarks'>;
  ofPoints(observations: readonly Observation[]): readonly Text[];
}

/** Connects, identifies, reads the points once and leaves. */
export async function probeReader(
  reader: Reader,
  points: readonly ProbePoint[],
  hints: Hints,
  deadline: Deadline,
): Promise<Omit<ProbeReport, 'requests'>> {
  try {
    const fault = await reader.connect(deadline);
    const self = await reader.identify(deadline);
    const observations = points.length === 0 ? [] : await reader.read(points, deadline);
    return {
      endpoint: self.endpoint,
      ...(fault === undefined ? {} : { fault }),
      self,
      points: points.flatMap((point, index) => {
        const observation = observations[index];
        if (observation === undefined) throw new Error(`${point.tag} was asked and got no answer`);
        return [{ tag: point.tag, observation, ...hints.ofPoint(point, observation) }];
      }),
      remarks:
        fault === undefined
          ? [...hints.ofSelf(self), ...remarksOf(self), ...hints.ofPoints(observations)]
          : hints.ofConnect(fault),
    };
  } finally {
    await reader.close();
  }
}

/** What every protocol's self report may leave open. */
export function remarksOf({ identity, runState, clock }: SelfReport): readonly Text[] {
  return [
    ...('fault' in identity ? [text('probe.identity-unknown')] : []),
    ...(runState === 'not-served' || runState === 'unknown' ? [text('probe.run-state-unknown')] : []),
    ...(runState === 'stop' ? [text('probe.stopped')] : []),
    ...(clock === undefined ? [text('probe.clock-unknown')] : []),
  ];
}
