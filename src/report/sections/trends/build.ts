import type { RecordedObservation } from '../../../audit/index.ts';
import type { Cause, SafetyFunction } from '../../../plant/index.ts';
import { seriesByTag } from '../../series-by-tag.ts';
import type { Source } from '../../source.ts';
import { engineeringValue, plantTime } from '../../words/index.ts';
import { limitLines, type TrendLine } from './limit-lines.ts';
import { niceTicks, numberLabel } from './nice-ticks.ts';

/** One curve; positions run from 0 to 1, right and upwards. A gap (no usable reading) parts it in pieces. */
export interface TrendSeries {
  readonly tag: string;
  readonly pieces: readonly (readonly { readonly x: number; readonly y: number }[])[];
  /** Where nothing usable was read. */
  readonly gaps: readonly number[];
}

/** One cause over the window, with its trip and alarm lines. */
export interface TrendModel {
  readonly title: string;
  readonly unit: string;
  readonly alt: string;
  readonly from: string;
  readonly to: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly lines: readonly (TrendLine & { readonly at: number })[];
  readonly series: readonly TrendSeries[];
  readonly note: string;
}

/** The curves of everything analogue that was watched. */
export interface TrendsModel {
  readonly title: string;
  readonly intro: string;
  readonly trends: readonly TrendModel[];
}

/** Arranges one trend for each analogue cause of which a window was watched. */
export function buildTrends(source: Source): TrendsModel {
  const { record, voice } = source;
  const series = seriesByTag(record.observations);
  const trends = record.plant.functions.flatMap((it) =>
    it.causes.flatMap((cause) => trendOf(it, cause, series, source) ?? []),
  );
  return {
    title: voice.say('report.trends'),
    intro: voice.say(trends.length === 0 ? 'report.trends-none' : 'report.trends-intro', {
      seconds: record.header.window.ms / 1000,
    }),
    trends,
  };
}

function trendOf(
  it: SafetyFunction,
  cause: Cause,
  series: ReadonlyMap<string, readonly RecordedObservation[]>,
  source: Source,
): TrendModel | undefined {
  const { record, voice } = source;
  const channels = cause.channels.filter((tag) => record.plant.points.get(tag)?.type !== 'bool');
  const watched = channels.map((tag) => ({ tag, samples: series.get(tag) ?? [] }));
  const [first] = channels;
  if (first === undefined || !watched.some(({ samples }) => samples.length > 1)) return undefined;
  const unit = record.plant.points.get(first)?.unit ?? voice.say('report.dash');
  const times = watched.flatMap(({ samples }) => samples.map((sample) => sample.at.utc));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const points = watched.map(({ tag, samples }) => ({
    tag,
    values: samples.map((sample) => ({
      at: (sample.at.utc - start) / Math.max(end - start, 1),
      value: usable(sample, source),
    })),
  }));
  const values = points.flatMap((point) => point.values.flatMap(({ value }) => value ?? []));
  if (values.length === 0) return undefined;
  const lines = limitLines(cause, unit, series, source);
  const { low, high, ticks } = niceTicks([...values, ...lines.map((line) => line.value)]);
  const place = (value: number) => (value - low) / (high - low);
  const lost = points.flatMap((point) => point.values).filter(({ value }) => value === undefined).length;
  return {
    title: `${it.id} ${it.name}`,
    unit,
    alt: voice.say('report.trend-alt', {
      tags: channels.join(voice.say('report.comma')),
      low: numberLabel(Math.min(...values)),
      high: numberLabel(Math.max(...values)),
      unit,
      lines:
        lines.length === 0 ? voice.say('report.none') : lines.map((line) => line.label).join(voice.say('report.comma')),
    }),
    from: plantTime(start, 's') ?? voice.say('report.dash'),
    to: plantTime(end, 's') ?? voice.say('report.dash'),
    ticks: ticks.map((value) => ({ at: place(value), label: numberLabel(value) })),
    lines: lines.map((line) => ({ ...line, at: place(line.value) })),
    series: points.map(({ tag, values: own }) => ({
      tag,
      pieces: piecesOf(own, place),
      gaps: own.filter(({ value }) => value === undefined).map(({ at }) => at),
    })),
    note: voice.say(lost === 0 ? 'report.trend-samples' : 'report.trend-lost', {
      count: points.reduce((sum, point) => sum + point.values.length, 0),
      lost,
    }),
  };
}

/** A value that may stand on a curve: read, of good quality, finite. */
function usable(sample: RecordedObservation, { record }: Source): number | undefined {
  if (sample.kind !== 'reading' || sample.quality !== 'good') return undefined;
  return engineeringValue(sample, record.plant.points.get(sample.tag));
}

function piecesOf(
  values: readonly { readonly at: number; readonly value: number | undefined }[],
  place: (value: number) => number,
): TrendSeries['pieces'] {
  const pieces: { x: number; y: number }[][] = [];
  let open: { x: number; y: number }[] | undefined;
  for (const { at, value } of values) {
    if (value === undefined) {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = [];
      pieces.push(open);
    }
    open.push({ x: round(at), y: round(place(value)) });
  }
  return pieces;
}

function round(position: number): number {
  return Math.round(position * 10_000) / 10_000;
}
