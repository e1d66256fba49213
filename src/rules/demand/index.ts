export type {
  DemandFacts,
  Episode,
  InitiatorName,
  Loss,
  SeenEffect,
  SeenInitiator,
  SeenVote,
} from './demand-facts.ts';
export { DemandTracker } from './demand-tracker.ts';
export { isComplete } from './episode-order.ts';
export { eventsOf, type WatchedEvent } from './events-of.ts';
export type { Look } from './look.ts';
export { between, type Span } from './span.ts';
export { formFaults, missingOf, type TestForm, testFormSchema } from './test-form.ts';
export { noInputs, type TestedPart, testedParts } from './tested-parts.ts';
export { watchedTags } from './watched-points.ts';
export { type WitnessedParts, witnessedParts } from './witnessed-parts.ts';
