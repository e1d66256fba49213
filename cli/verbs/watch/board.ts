import { alignCells } from '../../../src/messages/index.ts';
import type { Plant } from '../../../src/plant/index.ts';
import { between, type DemandTracker, eventsOf, type SeenEffect } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';
import { eventLine } from './event-line.ts';
import { paint } from './paint.ts';
import { tookText } from './span-text.ts';

/** What the live table stands on, beside the trackers. */
export interface BoardGround {
  readonly plant: Plant;
  readonly startedUtc: number;
  readonly nowUtc: number;
  readonly everyMs: number;
}

/** The live table: one function whole, several in one line each until something happens to one of them. */
export function boardOf(trackers: readonly DemandTracker[], ground: BoardGround, io: Terminal): readonly string[] {
  const head = io.say('watching.board-head', {
    elapsed: elapsed(ground.nowUtc - ground.startedUtc),
    every: ground.everyMs / 1000,
  });
  const shown = trackers.length === 1 ? trackers : trackers.filter(({ facts }) => facts.episodes.length > 0);
  const quiet = trackers.filter((tracker) => !shown.includes(tracker));
  return [
    paint(head, 'quiet', io.colour),
    ...alignCells(quiet.map((tracker) => quietLine(tracker, ground, io))),
    ...shown.flatMap((tracker) => wholeOf(tracker, ground, io)),
  ];
}

function quietLine(tracker: DemandTracker, { plant }: BoardGround, io: Terminal): string {
  const { function: it } = tracker;
  const votes = tracker.now.initiators
    .filter(({ name }) => name.of === it.id)
    .map(({ voting, name }) => `${voting.length}/${name.needed}oo${name.tags.length}`);
  const unread = unreadOf(tracker, plant);
  const state =
    unread === 0 ? io.say('watching.quiet') : paint(io.say('watching.unread', { count: unread }), 'doubt', io.colour);
  return `  ${it.id}  ${votes.join(' ')}  ${state}`;
}

function unreadOf(tracker: DemandTracker, plant: Plant): number {
  return tracker.facts.lost.filter(({ byMs, tag }) => byMs === undefined && plant.points.has(tag)).length;
}

function wholeOf(tracker: DemandTracker, ground: BoardGround, io: Terminal): readonly string[] {
  const { function: it } = tracker;
  const events = eventsOf(tracker.facts, ground.plant);
  return [
    '',
    paint(`${it.id} ${it.name}`, 'strong', io.colour),
    ...alignCells([
      `  ${['cause', 'now', 'limit', 'vote'].map((column) => io.say(columnKey(column))).join('  ')}`,
      ...causeRows(tracker, ground.plant, io),
    ]),
    ...alignCells([
      `  ${['effect', 'state', 'took', 'allowed'].map((column) => io.say(columnKey(column))).join('  ')}`,
      ...effectRows(tracker, io),
    ]),
    ...(events.length === 0 ? [] : ['', ...events.slice(-8).map((event) => `  ${eventLine(event, io)}`)]),
  ];
}

const columns = ['cause', 'now', 'limit', 'vote', 'effect', 'state', 'took', 'allowed'] as const;

function columnKey(column: string): `watching.column-${(typeof columns)[number]}` {
  return `watching.column-${columns.find((each) => each === column) ?? 'cause'}`;
}

function causeRows({ now, function: it }: DemandTracker, plant: Plant, io: Terminal): readonly string[] {
  return now.initiators
    .filter(({ name }) => name.of === it.id)
    .flatMap(({ name, voting, demands }) =>
      name.tags.map((tag, index) => {
        const point = plant.points.get(tag);
        const cause = it.causes.find(({ channels }) => channels === name.tags);
        const sample = now.known.readings(tag)[0];
        const value = sample === undefined ? io.say('watching.not-read') : shown(sample.value, point?.unit);
        const votes = voting.some((vote) => vote.tag === tag);
        const mark = votes
          ? paint(`● ${io.say('watching.votes')}`, 'bad', io.colour)
          : sample === undefined
            ? paint('?', 'doubt', io.colour)
            : '○';
        const count = index === 0 ? `  ${voting.length}/${name.needed}oo${name.tags.length}` : '';
        const tally = demands && count !== '' ? paint(count.trim(), 'bad', io.colour) : count.trim();
        return `  ${tag}  ${value}  ${limitText(cause)}  ${mark} ${tally}`.trimEnd();
      }),
    );
}

function limitText(cause: DemandTracker['function']['causes'][number] | undefined): string {
  const { trip } = cause ?? {};
  if (trip === undefined) return '–';
  return `${trip.direction === 'above' ? '>' : '<'} ${trip.value.value} ${trip.value.unit}`;
}

function shown(value: unknown, unit: string | undefined): string {
  if (typeof value !== 'number') return String(value === true ? 1 : value === false ? 0 : value);
  return `${Number(value.toPrecision(5))}${unit === undefined ? '' : ` ${unit}`}`;
}

function effectRows(tracker: DemandTracker, io: Terminal): readonly string[] {
  const episode = tracker.facts.episodes.at(-1);
  const demanded = episode?.initiators.find(({ of }) => of === tracker.function.id)?.demanded;
  return tracker.now.effects.map((effect) => {
    const { element, to, withinMs } = effect.effect;
    const { seen } = effect;
    const took =
      demanded === undefined || seen.arrived === undefined || to === 'alarm'
        ? '–'
        : tookText(between(demanded, seen.arrived));
    const allowed = withinMs === undefined ? '–' : `${withinMs / 1000} s`;
    const state = paint(io.say(stateOf(effect.isThere, seen, to)), effect.isThere ? 'good' : 'plain', io.colour);
    return `  ${element}  ${state}  ${took}  ${allowed}`;
  });
}

function stateOf(
  isThere: boolean,
  { left, commanded }: SeenEffect,
  to: SeenEffect['to'],
): `watching.is-${SeenEffect['to']}` | 'watching.is-moving' | 'watching.is-waiting' {
  if (isThere) return `watching.is-${to}`;
  return (left ?? commanded) === undefined || to === 'alarm' ? 'watching.is-waiting' : 'watching.is-moving';
}

function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
