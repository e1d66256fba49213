import type { AuditRecord } from '../../../audit/index.ts';
import { eventsOf, type Span } from '../../../rules/index.ts';
import type { Source } from '../../source.ts';
import type { Fact, TableModel } from '../../table-model.ts';
import { listText, plantTime, sentences, shortHash } from '../../words/index.ts';
import { type DemandPicture, pictureOf } from './picture.ts';

type Cited = NonNullable<AuditRecord['demands']>[number];

/** One record of a watch, as the report shows it. */
export interface DemandModel {
  readonly title: string;
  /** Why no check uses it. */
  readonly unfit?: string;
  readonly facts: readonly Fact[];
  readonly picture?: DemandPicture;
  readonly eventsTitle: string;
  readonly events: TableModel;
  readonly judgements: TableModel;
  /** What a test covered; absent where it is none. */
  readonly tested?: TableModel;
}

/** The records of watches that the audit cites. */
export interface DemandsModel {
  readonly title: string;
  readonly intro: string;
  readonly records: readonly DemandModel[];
}

/** Arranges the records of watches: what happened, in which order, how long it took, and what of it was tested. */
export function buildDemands(source: Source): DemandsModel {
  const { record, voice } = source;
  const cited = record.demands ?? [];
  return {
    title: voice.say('demands.title'),
    intro: voice.say(cited.length === 0 ? 'demands.none' : 'demands.intro'),
    records: cited.map((one) => demandOf(one, source)),
  };
}

function demandOf(cited: Cited, source: Source): DemandModel {
  const { record: audit, voice } = source;
  const { record, unfit } = cited;
  const name = audit.plant.functions.find(({ id }) => id === record.function)?.name ?? '';
  const picture = pictureOf(cited, source);
  return {
    title: `${record.function} ${name} · ${voice.say(`demands.counts-${record.counts}`)}`,
    ...(unfit === undefined ? {} : { unfit: voice.say('demands.unfit', { why: voice.tell(unfit) }) }),
    facts: factsOf(cited, source),
    ...(picture === undefined ? {} : { picture }),
    eventsTitle: voice.say('demands.events'),
    events: eventTable(cited, source),
    judgements: {
      headers: [voice.say('report.result'), voice.say('demands.what')],
      rows: record.parts.map(({ result, because, expected, actual }) => [
        voice.say(`watching.result-${resultWord(result)}`),
        sentences(
          [because, expected, actual].flatMap((it) => (it === undefined ? [] : [voice.tell(it)])),
          voice,
        ),
      ]),
    },
    ...(record.form === undefined ? {} : { tested: testedTable(cited, source) }),
  };
}

function factsOf({ watch, on, head, record, evidence }: Cited, { voice }: Source): readonly Fact[] {
  const { form, missing, resolution } = record;
  const finest = resolution.map(({ controller, everyMs, longestMs, via }) =>
    voice.say(via === 'direct' ? 'demands.resolution' : 'demands.resolution-behind', {
      controller,
      every: everyMs / 1000,
      longest: longestMs / 1000,
    }),
  );
  return [
    {
      label: voice.say('demands.record'),
      value: voice.say('demands.record-value', { watch, on, head: shortHash(head), evidence }),
    },
    ...(form?.procedure === undefined ? [] : [{ label: voice.say('demands.procedure'), value: form.procedure }]),
    ...(form?.persons === undefined
      ? []
      : [{ label: voice.say('demands.persons'), value: listText(form.persons, voice) }]),
    ...(missing.length === 0
      ? []
      : [{ label: voice.say('demands.missing'), value: sentences(missing.map(voice.tell), voice) }]),
    { label: voice.say('demands.sampling'), value: sentences(finest, voice) },
  ];
}

function eventTable({ record }: Cited, { record: audit, voice }: Source): TableModel {
  const dash = voice.say('report.dash');
  const clock = (ms: number) => plantTime(Math.floor(ms))?.slice(11) ?? dash;
  const timeOf = ({ afterMs, byMs }: Span) => [clock(afterMs), byMs >= Number.MAX_SAFE_INTEGER ? dash : clock(byMs)];
  return {
    headers: [
      voice.say('demands.after'),
      voice.say('demands.by'),
      voice.say('demands.order'),
      voice.say('demands.event'),
    ],
    rows: eventsOf(record.facts, audit.plant).map(({ when, says, isAfter }) => [
      ...timeOf(when),
      voice.say(isAfter ? 'demands.is-after' : 'demands.is-open'),
      voice.tell(says),
    ]),
  };
}

function testedTable({ record }: Cited, { voice }: Source): TableModel {
  const dash = voice.say('report.dash');
  const { form, tested } = record;
  return {
    headers: (['part', 'of', 'as-found', 'as-left', 'proven', 'why'] as const).map((word) =>
      voice.say(`demands.${word}`),
    ),
    rows: tested.map(({ part, of, renewed, because }) => [
      voice.say(partKey(part)),
      of,
      form?.as_found?.[of] ?? dash,
      form?.as_left?.[of] ?? dash,
      voice.say(renewed ? 'demands.yes' : 'demands.no'),
      voice.tell(because),
    ]),
  };
}

function partKey(
  part: Cited['record']['tested'][number]['part'],
): `demands.part-${'sensor' | 'logic' | 'element' | 'partial'}` {
  return part === 'partial stroke' ? 'demands.part-partial' : `demands.part-${part}`;
}

/** Parts that rest on facts alone have these results only. */
function resultWord(result: Cited['record']['parts'][number]['result']) {
  return result === 'error' || result === 'notselected' || result === 'notapplicable' ? 'unknown' : result;
}
