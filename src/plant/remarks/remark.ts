import type { Draft } from '../draft.ts';
import type { PlantFault } from '../plant-fault.ts';

/** What is no fault of the plant file and still wants a look: something odd that may be so in the plant, or a question to the site. */
export interface PlantRemark extends PlantFault {
  readonly asks: boolean;
}

/** One rule of thumb about what may well be so: what it sees in a draft. It concludes nothing. */
export type RemarkOn = (draft: Draft) => readonly PlantRemark[];
