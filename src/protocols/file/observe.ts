import { text } from '../../messages/index.ts';
import type { PointAddress } from '../address.ts';
import type { ExportedFile } from '../exported.ts';
import type { EpochMs, Moment, Observation } from '../observation.ts';
import type { HeldCell } from './items-of.ts';
import { parseValue } from './parse-value.ts';

/** The span that is judged, ms since 1970, and how a moment of the file stands on our clocks. */
export interface Span {
  readonly from: EpochMs;
  readonly until: EpochMs;
  readonly momentOf: (utc: EpochMs) => Moment;
  /** Number of the exchange that stands for a file. */
  readonly exchangeOf: (file: string) => number;
}

/** What an export says of one point, oldest first, and which of its cells are no value. */
export interface Observed {
  readonly observations: readonly Observation[];
  readonly refused: readonly { readonly file: string; readonly row: ExportedFile['refused'][number] }[];
}

/** A sampled item whose last row is older than this has ended before its file (ms). */
const oldestSampleMs = 60_000;

/**
 * The observations of one point in the span, and the last before it; of changes and events, since when the state stands
 * that the span begins with. Of events, what stands at the end stands there by them. A last cell that is no value leaves a
 * silence: what was good before it is never taken for the present.
 */
export function observe(point: PointAddress, cells: readonly HeldCell[], span: Span): Observed {
  const refused: Observed['refused'][number][] = [];
  const all = cells.map((cell) => {
    const observation = observationOf(point, cell, span);
    if (observation.kind === 'silence')
      refused.push({
        file: cell.file,
        row: { place: cell.place, because: text('file.no-value', { tag: point.tag, written: cell.written }) },
      });
    return { cell, observation };
  });
  const before = all.filter(({ cell }) => cell.atMs <= span.until);
  const inside = before.filter(({ cell }) => cell.atMs >= span.from || cell.holds === 'snapshot');
  const standing = standingSince(
    before.filter(({ cell }) => cell.atMs < span.from && cell.holds !== 'snapshot'),
    span,
  );
  const last = before.at(-1);
  if (last === undefined) {
    const fault = { kind: 'no-such-address', code: 0, name: point.tag } as const;
    return { observations: [{ kind: 'silence', tag: point.tag, fault, at: span.momentOf(span.until) }], refused };
  }
  const told = inside.map(({ observation }) => observation);
  const seen = standing.length + told.length === 0 ? [last.observation] : [...standing, ...told];
  return { observations: [...seen, ...atTheEnd(point, last, span)], refused };
}

type Told = { readonly cell: HeldCell; readonly observation: Observation };

function isHeld({ holds }: HeldCell): boolean {
  return holds === 'changes' || holds === 'events';
}

/** What the window begins with: since when it stands, and that it stands; of samples the last look before it. */
function standingSince(rows: readonly Told[], { from, momentOf }: Span): readonly Observation[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  if (!isHeld(last.cell)) return [last.observation];
  let first = last;
  for (const row of rows.toReversed()) {
    if (row.cell.written !== last.cell.written) break;
    first = row;
  }
  const since = first.observation;
  const now = { ...last.observation, at: momentOf(from) };
  return since.kind === 'silence' ? [now] : [{ ...since, standing: true }, now];
}

function atTheEnd(point: PointAddress, { cell, observation }: Told, span: Span): readonly Observation[] {
  const at = span.momentOf(span.until);
  if (cell.holds === 'events' && observation.kind === 'reading' && cell.atMs < span.until)
    return [{ ...observation, at }];
  if (cell.holds === 'samples' && cell.atMs < span.until - oldestSampleMs) {
    const fault = { kind: 'not-served', code: 0, name: `no row after ${cell.place}` } as const;
    return [{ kind: 'silence', tag: point.tag, fault, at, exchange: span.exchangeOf(cell.file) }];
  }
  return [];
}

function observationOf(point: PointAddress, cell: HeldCell, { momentOf, exchangeOf }: Span): Observation {
  const { atMs, written, quality, statusName, place, file, holds } = cell;
  const value = parseValue(written, point.type);
  const at = momentOf(atMs);
  const exchange = exchangeOf(file);
  if (value === undefined) {
    const fault = { kind: 'undecodable', what: `${file} ${place}: ${written}` } as const;
    return { kind: 'silence', tag: point.tag, fault, at, exchange };
  }
  return {
    kind: 'reading',
    tag: point.tag,
    value,
    type: point.type,
    quality,
    ...(statusName === undefined ? {} : { status: { code: 0, name: statusName } }),
    raw: new TextEncoder().encode(written),
    sourceTime: atMs,
    recorded: holds,
    at,
    exchange,
  };
}
