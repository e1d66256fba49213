import type { Draft } from '../draft.ts';
import type { PlantFault } from '../plant-fault.ts';
import { addresses } from './addresses.ts';
import { covers } from './covers.ts';
import { declarations } from './declarations.ts';
import { demands } from './demands.ts';
import { discretePoints } from './discrete-points.ts';
import { documentFiles } from './document-files.ts';
import { endpoints } from './endpoints.ts';
import { expressions } from './expressions.ts';
import type { Lint, LintOptions } from './lint.ts';
import { monitors } from './monitors.ts';
import { movingPoints } from './moving-points.ts';
import { outcomes } from './outcomes.ts';
import { periods } from './periods.ts';
import { permits } from './permits.ts';
import { pointRoles } from './point-roles.ts';
import { readableTrips } from './readable-trips.ts';
import { references } from './references.ts';
import { revisions } from './revisions.ts';
import { roleKeys } from './role-keys.ts';
import { sequenceElements } from './sequence-elements.ts';
import { sharedAddresses } from './shared-addresses.ts';
import { tripRanges } from './trip-ranges.ts';
import { tripUnits } from './trip-units.ts';
import { usccCheckDigit } from './uscc-check-digit.ts';
import { voting } from './voting.ts';
import { wordOrders } from './word-orders.ts';

/** Every rule of thumb: a new one is one file and one line here. */
const lints: readonly Lint[] = [
  usccCheckDigit,
  references,
  endpoints,
  addresses,
  sharedAddresses,
  wordOrders,
  discretePoints,
  movingPoints,
  pointRoles,
  voting,
  demands,
  readableTrips,
  tripUnits,
  tripRanges,
  outcomes,
  expressions,
  covers,
  revisions,
  documentFiles,
  periods,
  permits,
  declarations,
  monitors,
  roleKeys,
  sequenceElements,
];

/** All faults that only show when the nouns of a plant file are held against each other. */
export function lintPlant(draft: Draft, options: LintOptions): readonly PlantFault[] {
  return lints.flatMap((lint) => lint(draft, options));
}
