import type { AuditRecord } from '../../../audit/index.ts';
import { describeFault } from '../../../protocols/index.ts';
import { eventsOf } from '../../../rules/index.ts';
import type { Voice } from '../../words/index.ts';
import { partDocument, sentenceDocument } from './outcome-document.ts';
import type { ResultDocument } from './result-schema.ts';

type DemandDocument = NonNullable<ResultDocument['demands']>[number];
type Cited = NonNullable<AuditRecord['demands']>[number];
type Resolution = Cited['record']['resolution'][number];

/** One cited record of a watch as result.json has it: what the report says of it, without the curves. Moments are UTC. */
export function demandDocument(cited: Cited, { plant }: AuditRecord, voice: Voice): DemandDocument {
  const { watch, head, on, record, unfit, evidence } = cited;
  const { function: id, counts, facts, parts, resolution, form, missing, tested, declaration } = record;
  const sentence = (it: Parameters<typeof sentenceDocument>[0]) => sentenceDocument(it, voice);
  return {
    watch,
    head,
    on,
    function: id,
    counts,
    ...(unfit === undefined ? {} : { unfit: sentence(unfit) }),
    from: momentText(facts.fromMs),
    to: momentText(facts.toMs),
    events: eventsOf(facts, plant).map(({ kind, when, isAfter, says }) => ({
      kind,
      after: momentText(when.afterMs),
      // A loss that nothing ended has no latest moment.
      ...(when.byMs >= Number.MAX_SAFE_INTEGER ? {} : { by: momentText(when.byMs) }),
      isAfter,
      says: sentence(says),
    })),
    parts: parts.map((part) => partDocument(part, voice)),
    resolution: resolution.map(({ controller, via, everyMs, longestMs, subscription }) => ({
      controller,
      via,
      everyMs,
      longestMs,
      ...(subscription === undefined ? {} : { subscription: subscriptionOf(subscription, voice) }),
    })),
    ...(form === undefined ? {} : { form: formDocument(form) }),
    missing: missing.map(sentence),
    tested: tested.map(({ part, of, renewed, because }) => ({ part, of, renewed, because: sentence(because) })),
    declaration,
    evidence,
  };
}

function momentText(ms: number): string {
  return new Date(Math.floor(ms)).toISOString();
}

function subscriptionOf(
  it: NonNullable<Resolution['subscription']>,
  voice: Voice,
): DemandDocument['resolution'][number]['subscription'] {
  return it === 'used' ? 'used' : { refused: sentenceDocument(describeFault(it.fault), voice) };
}

function formDocument(form: NonNullable<Cited['record']['form']>): NonNullable<DemandDocument['form']> {
  const { procedure, persons, scope, as_found: asFound, as_left: asLeft, remark } = form;
  return {
    ...(procedure === undefined ? {} : { procedure }),
    ...(persons === undefined ? {} : { persons: [...persons] }),
    ...(scope === undefined
      ? {}
      : { scope: { sensors: [...scope.sensors], logic: scope.logic, elements: { ...scope.elements } } }),
    ...(asFound === undefined ? {} : { asFound: { ...asFound } }),
    ...(asLeft === undefined ? {} : { asLeft: { ...asLeft } }),
    ...(remark === undefined ? {} : { remark }),
  };
}
