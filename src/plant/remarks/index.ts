import type { Draft } from '../draft.ts';
import { limitOrder } from './limit-order.ts';
import type { PlantRemark, RemarkOn } from './remark.ts';
import { safetyOutsideSis } from './safety-outside-sis.ts';
import { sharedTransmitters } from './shared-transmitters.ts';

export type { PlantRemark } from './remark.ts';

/** Every rule of thumb: a new one is one file and one line here. */
const all: readonly RemarkOn[] = [limitOrder, sharedTransmitters, safetyOutsideSis];

/** What wants a look in a plant file; none of it is a fault, and none of it judges. */
export function remarksOn(draft: Draft): readonly PlantRemark[] {
  return all.flatMap((remark) => remark(draft));
}
