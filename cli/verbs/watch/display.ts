import type { Clock } from '../../../src/protocols/index.ts';
import { type DemandTracker, eventsOf } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';
import { type BoardGround, boardOf } from './board.ts';
import { eventLine } from './event-line.ts';
import { Screen, type ScreenStream } from './screen.ts';

/** The shortest time between two drawings, ms. */
const betweenMs = 200;

/**
 * Shows what is seen as it is seen: a table that is drawn again and again on a terminal, otherwise one plain line on
 * standard error for each thing that happens. Quiet, or with JSON for a machine, it shows nothing.
 */
export function displayOf(
  ground: Omit<BoardGround, 'nowUtc'> & { readonly clock: Clock },
  { json }: { readonly json: boolean },
  io: Terminal,
  stream: ScreenStream & { readonly isTTY?: boolean } = process.stdout,
): (trackers: readonly DemandTracker[]) => void {
  if (io.quiet === true) return () => undefined;
  if (stream.isTTY === true && !json && process.env['TERM'] !== 'dumb') return table(ground, io, stream);
  return lines(ground, io);
}

function table(
  ground: Omit<BoardGround, 'nowUtc'> & { readonly clock: Clock },
  io: Terminal,
  stream: ScreenStream,
): (trackers: readonly DemandTracker[]) => void {
  const screen = new Screen(stream);
  let drawnMs = Number.NEGATIVE_INFINITY;
  return (trackers) => {
    const { utc, monotonicMs } = ground.clock.now();
    if (monotonicMs - drawnMs < betweenMs) return;
    drawnMs = monotonicMs;
    screen.draw(boardOf(trackers, { ...ground, nowUtc: utc }, io));
  };
}

function lines({ plant }: Pick<BoardGround, 'plant'>, io: Terminal): (trackers: readonly DemandTracker[]) => void {
  const said = new Set<string>();
  return (trackers) => {
    for (const { facts, function: it } of trackers)
      for (const event of eventsOf(facts, plant)) {
        const { kind, says, when } = event;
        const key = JSON.stringify([it.id, kind, says, when.afterMs]);
        if (said.has(key)) continue;
        said.add(key);
        io.note(`${it.id}  ${eventLine(event, io)}`);
      }
  };
}
