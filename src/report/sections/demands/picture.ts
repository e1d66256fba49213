import type { AuditRecord } from '../../../audit/index.ts';
import type { Cause, Effect } from '../../../plant/index.ts';
import type { Span } from '../../../rules/index.ts';
import type { Lanes } from '../../renderers/pdf/index.ts';
import type { Source } from '../../source.ts';
import { plantTime } from '../../words/index.ts';
import { limitLines, niceTicks, numberLabel, type TrendModel } from '../trends/index.ts';

type Cited = NonNullable<AuditRecord['demands']>[number];
type Samples = Cited['series'][number]['samples'];

/** What was seen around one record: the curves of the causes above the switches of the effects, on one axis of time. */
export interface DemandPicture {
  readonly trends: readonly TrendModel[];
  readonly lanes: Lanes;
}

/** The picture of a record; undefined where nothing happened. */
export function pictureOf(cited: Cited, source: Source): DemandPicture | undefined {
  const { record, voice } = source;
  const times = cited.series.flatMap(({ samples }) => samples.map(([at]) => at));
  const it = record.plant.functions.find(({ id }) => id === cited.record.function);
  if (times.length === 0 || it === undefined) return undefined;
  const axis: Axis = { from: Math.min(...times), to: Math.max(...times) };
  const seriesOf = (tag: string): Samples => cited.series.find((one) => one.tag === tag)?.samples ?? [];
  const demanded = cited.record.facts.episodes.flatMap(({ initiators }) => initiators.filter(({ of }) => of === it.id));
  const causes = it.causes.filter(({ channels }) => demanded.some(({ tags }) => tags.join() === channels.join()));
  const first = demanded.find((one) => one.demanded !== undefined)?.demanded;
  const tags = [...(it.manual === undefined ? [] : [it.manual]), ...it.effects.flatMap(tagsOfEffect)];
  return {
    trends: causes.flatMap((cause) => trendOf(cause, seriesOf, axis, source) ?? []),
    lanes: {
      alt: voice.say('demands.picture-alt', { function: it.id, tags: tags.join(voice.say('report.comma')) }),
      ticks: ticksOf(axis, first),
      ...(first === undefined
        ? {}
        : {
            demand: {
              from: placeOn(axis, first.afterMs),
              to: placeOn(axis, first.byMs),
              label: voice.say('demands.demand-here'),
            },
          }),
      rows: tags
        .filter((tag) => seriesOf(tag).length > 0)
        .map((tag) => ({ label: labelOf(tag, source), pieces: piecesOf(seriesOf(tag), axis) })),
    },
  };
}

interface Axis {
  readonly from: number;
  readonly to: number;
}

function placeOn({ from, to }: Axis, atMs: number): number {
  return Math.round(Math.min(1, Math.max(0, (atMs - from) / Math.max(to - from, 1))) * 10_000) / 10_000;
}

function tagsOfEffect({ command, feedback }: Effect): readonly string[] {
  return [command?.point, feedback?.open, feedback?.closed, feedback?.running].flatMap((tag) => tag ?? []);
}

function labelOf(tag: string, { record, voice }: Source): string {
  const { oneMeans } = record.plant.points.get(tag) ?? {};
  return oneMeans === undefined ? tag : voice.say('demands.lane', { tag, means: voice.say(`report.one-${oneMeans}`) });
}

/** Seconds from the demand, else from the beginning. */
function ticksOf(axis: Axis, demand: Span | undefined): Lanes['ticks'] {
  const zero = demand?.byMs ?? axis.from;
  const { ticks } = niceTicks([(axis.from - zero) / 1000, (axis.to - zero) / 1000]);
  return ticks
    .map((seconds) => ({ at: (zero + seconds * 1000 - axis.from) / Math.max(axis.to - axis.from, 1), seconds }))
    .filter(({ at }) => at >= 0 && at <= 1)
    .map(({ at, seconds }) => ({ at, label: `${seconds > 0 ? '+' : ''}${numberLabel(seconds)} s` }));
}

function piecesOf(samples: Samples, axis: Axis): Lanes['rows'][number]['pieces'] {
  const pieces: { from: number; to: number; is: 'on' | 'open' | 'unread' }[] = [];
  for (const [index, [at, value]] of samples.entries()) {
    const [before, was] = samples[index - 1] ?? [at, value];
    const is = value === null || was === null ? 'unread' : value !== was ? 'open' : value === 1 ? 'on' : undefined;
    if (is === undefined) continue;
    const [from, to] = [placeOn(axis, before), placeOn(axis, at)];
    const last = pieces.at(-1);
    if (last?.is === is && last.to === from) last.to = to;
    else pieces.push({ from, to, is });
  }
  return pieces;
}

function trendOf(cause: Cause, seriesOf: (tag: string) => Samples, axis: Axis, source: Source): TrendModel | undefined {
  const { record, voice } = source;
  const channels = cause.channels.filter((tag) => record.plant.points.get(tag)?.type !== 'bool');
  const values = channels.flatMap((tag) => seriesOf(tag).flatMap(([, value]) => value ?? []));
  const [first] = channels;
  if (first === undefined || values.length === 0) return undefined;
  const unit = record.plant.points.get(first)?.unit ?? voice.say('report.dash');
  const lines = limitLines(cause, unit, new Map(), source);
  const { low, high, ticks } = niceTicks([...values, ...lines.map(({ value }) => value)]);
  const height = (value: number) => Math.round(((value - low) / (high - low)) * 10_000) / 10_000;
  const samples = channels.map((tag) => ({ tag, samples: seriesOf(tag) }));
  return {
    title: channels.join(' '),
    unit,
    alt: voice.say('report.trend-alt', {
      tags: channels.join(voice.say('report.comma')),
      low: numberLabel(Math.min(...values)),
      high: numberLabel(Math.max(...values)),
      unit,
      lines:
        lines.length === 0 ? voice.say('report.none') : lines.map(({ label }) => label).join(voice.say('report.comma')),
    }),
    from: plantTime(axis.from, 's') ?? voice.say('report.dash'),
    to: plantTime(axis.to, 's') ?? voice.say('report.dash'),
    ticks: ticks.map((value) => ({ at: height(value), label: numberLabel(value) })),
    lines: lines.map((line) => ({ ...line, at: height(line.value) })),
    series: samples.map(({ tag, samples: own }) => ({
      tag,
      pieces: curvesOf(own, axis, height),
      gaps: own.flatMap(([at, value]) => (value === null ? [placeOn(axis, at)] : [])),
    })),
    note: voice.say('report.trend-samples', { count: samples.reduce((sum, one) => sum + one.samples.length, 0) }),
  };
}

/** Pieces of a curve between the samples that could not be used. */
function curvesOf(samples: Samples, axis: Axis, height: (value: number) => number) {
  const pieces: { x: number; y: number }[][] = [[]];
  for (const [at, value] of samples) {
    if (value === null) pieces.push([]);
    else pieces.at(-1)?.push({ x: placeOn(axis, at), y: height(value) });
  }
  return pieces.filter((piece) => piece.length > 0);
}
