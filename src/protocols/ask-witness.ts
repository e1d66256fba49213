import type { PointAddress } from './address.ts';
import type { ReaderWiring } from './reader.ts';
import type { Target } from './target.ts';
import type { WitnessReport } from './witness/index.ts';

/** Reads points again with a second implementation, where the protocol has one; loaded only when it is asked for. */
export async function askWitness(
  target: Target,
  points: readonly PointAddress[],
  wiring: ReaderWiring,
): Promise<WitnessReport> {
  return (await import('./witness/index.ts')).askWitness(target, points, wiring);
}
