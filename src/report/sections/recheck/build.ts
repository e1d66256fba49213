import type { Outcome, RecordedObservation } from '../../../audit/index.ts';
import { describeFault } from '../../../protocols/index.ts';
import { comparePoints, type Verdict, verdictOf } from '../../../rectification/index.ts';
import { bindingFindings } from '../../finding-order.ts';
import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';
import { plantTime, shortHash, valueText } from '../../words/index.ts';
import { problemOf } from '../rectification/build.ts';

/** One finding of the first audit, before and after. */
export interface RecheckedModel {
  readonly anchor: string;
  readonly heading: string;
  readonly verdict: string;
  readonly tone: 'good' | 'bad' | 'doubt';
  readonly statement: string;
  /** What was required, what was seen then, what is seen now. */
  readonly parts: TableModel;
  /** The points that it rests on; no row where none was read. */
  readonly points: TableModel;
  /** What keeps it from being rectified. */
  readonly because: readonly string[];
}

/** What became of the findings of an earlier audit; nothing stands in it where the audit is none of re-inspection. */
export interface RecheckModel {
  readonly title: string;
  readonly sentence: string;
  readonly intro: readonly string[];
  readonly overview: TableModel;
  readonly findingsTitle: string;
  readonly findings: readonly RecheckedModel[];
  readonly freshTitle: string;
  /** Findings that bind and were not among those gone back to. */
  readonly fresh: TableModel;
  readonly noFresh: string;
}

const order: readonly Verdict[] = ['not-rectified', 'unverifiable', 'rectified'];
const tones = { rectified: 'good', 'not-rectified': 'bad', unverifiable: 'doubt' } as const;

interface Rechecked {
  readonly id: string;
  readonly before?: Outcome;
  readonly after?: Outcome;
  readonly verdict: Verdict;
  readonly because: readonly string[];
}

/** Arranges a re-inspection: what remains first, then what could not be verified, then what is rectified, then what is new. */
export function buildRecheck(source: Source): RecheckModel {
  const { record, voice } = source;
  const { recheck } = record.header;
  const cited = recheck?.outcomes ?? [];
  const rechecked = cited
    .map((id) => recheckedOf(id, source))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const fresh = recheck === undefined ? [] : bindingFindings(record).filter(({ id }) => !cited.includes(id));
  const count = (verdict: Verdict) => rechecked.filter((it) => it.verdict === verdict).length;
  const say = voice.say;
  return {
    title: say('recheck.title'),
    sentence: say('recheck.sentence', {
      all: rechecked.length,
      rectified: count('rectified'),
      open: count('not-rectified'),
      unknown: count('unverifiable'),
      fresh: fresh.length,
    }),
    intro: [
      ...(recheck === undefined
        ? []
        : [say('recheck.cites', { audit: recheck.audit, head: shortHash(recheck.head) }), say('recheck.scope')]),
      say('recheck.person'),
    ],
    overview: {
      headers: [say('report.number-short'), say('report.subject'), say('recheck.was'), say('recheck.verdict')],
      rows: rechecked.map(({ id, before, after, verdict }, index) => {
        const outcome = before ?? after;
        return [
          String(index + 1),
          outcome?.subject.id ?? id,
          before === undefined ? say('report.dash') : problemOf(before, voice),
          say(`rectification.verdict-${verdict}`),
        ];
      }),
      links: rechecked.map(({ id }) => anchorOf(id)),
    },
    findingsTitle: say('recheck.findings'),
    findings: rechecked.map((it, index) => modelOf(it, index + 1, source)),
    freshTitle: say('recheck.fresh'),
    fresh: {
      headers: [say('report.subject'), say('report.finding'), say('report.severity'), say('report.limit-short')],
      rows: fresh.map((outcome) => [
        outcome.subject.id,
        problemOf(outcome, voice),
        say(`report.severity-${outcome.severity}`),
        outcome.proposedLimit?.date ?? say('report.no-limit'),
      ]),
    },
    noFresh: say('recheck.no-fresh'),
  };
}

function recheckedOf(id: string, { record, voice }: Source): Rechecked {
  const before = record.recheckBasis?.outcomes.find((each) => each.id === id);
  const after = record.outcomes.find((each) => each.id === id);
  const known = before ?? after;
  const { verdict, because } =
    known === undefined ? { verdict: 'unverifiable' as const, because: [] } : verdictOf(known, record);
  return {
    id,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    verdict,
    because: because.map(voice.tell),
  };
}

function modelOf({ id, before, after, verdict, because }: Rechecked, number: number, source: Source): RecheckedModel {
  const { record, voice } = source;
  const outcome = before ?? after;
  const observations = record.recheckBasis?.observations ?? [];
  const points =
    before === undefined
      ? []
      : comparePoints({ record: { observations }, outcome: before }, { record, outcome: after });
  return {
    anchor: anchorOf(id),
    heading:
      outcome === undefined
        ? `${number}. ${id}`
        : voice.say('report.finding-heading', { number, id: outcome.subject.id, name: outcome.subject.name }),
    verdict: voice.say(`rectification.verdict-${verdict}`),
    tone: tones[verdict],
    statement: outcome === undefined ? voice.say('report.dash') : voice.pick(outcome.statement),
    parts: partsOf(before, after, source),
    points: {
      headers: [voice.say('report.tag'), voice.say('recheck.then'), voice.say('recheck.now')],
      rows: points.map(({ tag, before: was, after: is }) => [tag, pointText(was, source), pointText(is, source)]),
    },
    because: verdict === 'rectified' ? [] : [...new Set(because)],
  };
}

/** The parts that were wrong, each with what the same part says now. */
function partsOf(before: Outcome | undefined, after: Outcome | undefined, { voice }: Source): TableModel {
  const wrong = (before ?? after)?.parts.filter(({ result }) => result === 'fail') ?? [];
  return {
    headers: [voice.say('report.expected'), voice.say('recheck.then'), voice.say('recheck.now')],
    rows: wrong.map(({ part, expected, actual, because }) => {
      const now = after?.parts.find((it) => it.part === part);
      const says = now?.actual ?? now?.because ?? now?.missing[0]?.why;
      return [
        expected === undefined ? voice.say('report.dash') : voice.tell(expected),
        before === undefined ? voice.say('report.dash') : saidOr(actual ?? because, voice),
        now === undefined
          ? voice.say('recheck.not-judged')
          : now.result === 'pass'
            ? voice.say('recheck.satisfied')
            : saidOr(says, voice),
      ];
    }),
  };
}

function saidOr(says: Parameters<Source['voice']['tell']>[0] | undefined, voice: Source['voice']): string {
  return says === undefined ? voice.say('report.dash') : voice.tell(says);
}

function pointText(observation: RecordedObservation | undefined, { record, voice }: Source): string {
  if (observation === undefined) return voice.say('rectification.recheck-not-read');
  const at = plantTime(observation.at.utc) ?? voice.say('report.dash');
  if (observation.kind === 'silence') return `${voice.tell(describeFault(observation.fault))}\n${at}`;
  const point = record.plant.points.get(observation.tag);
  const unit = point?.unit === undefined ? '' : ` ${point.unit}`;
  return `${valueText(observation, point, voice)}${unit}\n${voice.say(`report.quality-${observation.quality}`)} ${at}`;
}

function anchorOf(id: string): string {
  return `recheck ${id}`;
}
