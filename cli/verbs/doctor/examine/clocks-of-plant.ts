import { text } from '../../../../src/messages/index.ts';
import {
  type Clock,
  deadlineIn,
  describeFault,
  exchangeNumbers,
  probeEndpoint,
  topicOfFault,
} from '../../../../src/protocols/index.ts';
import { clockOffset } from '../../../../src/rules/index.ts';
import type { Terminal } from '../../../terminal.ts';
import { subjectsOf } from '../../probe/subjects-of.ts';
import type { Symptom } from '../symptom.ts';

const mostMs = 30_000;
/** The tolerance of the rule controller-clock. */
const toleranceMs = 10_000;

/** By how much the clocks of a plant's controllers differ from ours; asks for nothing else. Undefined after a fault of the plant file. */
export async function clocksOfPlant(
  plantFile: string,
  clock: Clock,
  io: Terminal,
): Promise<readonly Symptom[] | undefined> {
  const subjects = await subjectsOf(plantFile, io);
  if (subjects === undefined) return undefined;
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const wiring = {
    clock,
    tap: () => undefined,
    nextExchange: exchangeNumbers(),
    signal: stop.signal,
  };
  const symptoms: Symptom[] = [];
  try {
    for (const { target } of subjects) {
      const { fault, self } = await probeEndpoint(target, [], wiring, deadlineIn(mostMs));
      symptoms.push(clockOf(target.controller, fault, self.clock));
    }
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
  return symptoms;
}

type Probe = Awaited<ReturnType<typeof probeEndpoint>>;

/** One controller's clock beside ours. */
export function clockOf(controller: string, fault: Probe['fault'], clock: Probe['self']['clock']): Symptom {
  if (fault !== undefined)
    return {
      of: 'clock',
      is: 'unknown',
      says: text('doctor.clock-silent', { controller, fault: describeFault(fault) }),
      advice: text('explain.see', { commands: `tripline explain ${topicOfFault(fault)}` }),
    };
  if (clock === undefined) return { of: 'clock', is: 'remark', says: text('doctor.clock-not-served', { controller }) };
  const offsetMs = clockOffset(clock);
  const says = text('doctor.clock-offset', { controller, seconds: (offsetMs / 1000).toFixed(1) });
  if (Math.abs(offsetMs) <= toleranceMs) return { of: 'clock', is: 'well', says };
  const isZone = Math.abs(offsetMs % 3_600_000) <= toleranceMs;
  return { of: 'clock', is: 'ill', says, advice: text(isZone ? 'doctor.clock-hours' : 'doctor.clock-advice') };
}
