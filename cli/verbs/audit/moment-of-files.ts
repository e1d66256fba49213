import type { Plant } from '../../../src/plant/index.ts';
import { lastRecorded } from '../../../src/protocols/index.ts';
import { targetOf } from '../../target-of.ts';

const nobody = { env: {}, typed: new Map() };

/**
 * The moment as of which a plant is judged whose controllers are all files: the last one to which each of them reaches.
 * Undefined where a controller is read: then it is now.
 */
export async function momentOfFiles({ controllers }: Plant, folder: string): Promise<number | undefined> {
  if (controllers.some(({ endpoints }) => endpoints[0].protocol !== 'file')) return undefined;
  const ends = await Promise.all(
    controllers.map((controller) => lastRecorded(targetOf(controller, controller.endpoints[0], nobody, { folder }))),
  );
  const known = ends.filter((end) => end !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
