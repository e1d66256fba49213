import type { Inputs } from '../check.ts';

const refuse = () => {
  throw new Error('it rests on declarations alone');
};

/** Of a part that asks for no reading: whatever it asks for fails the test. */
export const noInputs: Inputs = {
  reading: refuse,
  readings: refuse,
  series: refuse,
  resolutionMs: refuse,
  selfReport: refuse,
  standby: refuse,
  writable: refuse,
  recordReach: refuse,
  past: refuse,
  observedAtMs: 0,
};
