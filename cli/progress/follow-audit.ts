import type { AuditProgress, Seen } from '../../src/audit/index.ts';
import type { Terminal } from '../terminal.ts';
import { controllerLine } from '../verbs/audit/controller-line.ts';
import { openView } from './open-view.ts';
import type { ProgressView } from './progress-view.ts';

/** Follows an audit on the terminal. */
export interface Followed {
  progress(event: AuditProgress): void;
  /** Resolves when the terminal is as it was. */
  end(): Promise<void>;
}

/** How often the line about the whole is told anew (ms): while a controller is silent nothing else happens. */
const tickMs = 500;

interface Row {
  readonly endpoint: string;
  readonly asked: number;
  readonly tags: Set<string>;
  /** When it should be done, on our monotonic clock. */
  dueAtMs: number;
}

/** Shows per controller what was read, elapsed and remaining time, and for how many functions everything has been read. */
export async function followAudit(io: Terminal, nowMs: () => number = () => performance.now()): Promise<Followed> {
  const open = await openView(io, nowMs);
  const startedMs = nowMs();
  const rows = new Map<string, Row>();
  let view: ProgressView | undefined;
  let seen: Seen = { required: 0, read: 0 };
  const seconds = (ms: number) => Math.max(0, Math.round(ms / 1000));
  const leftMs = () => Math.max(0, ...[...rows.values()].map(({ dueAtMs }) => dueAtMs)) - nowMs();
  const tell = () => {
    if (rows.size === 0) return;
    const [left, elapsed] = [leftMs(), seconds(nowMs() - startedMs)];
    view?.overall(
      left < 0
        ? io.say('running.overall-late', { elapsed, ...seen })
        : io.say('running.overall', { elapsed, left: seconds(left), ...seen }),
    );
  };
  const timer = setInterval(tell, tickMs);
  timer.unref();

  function planned({ controllers, windowMs }: Extract<AuditProgress, { kind: 'planned' }>): void {
    for (const { id, endpoint, asked, estimateMs } of controllers)
      rows.set(id, { endpoint, asked, tags: new Set(), dueAtMs: nowMs() + estimateMs });
    const waiting = (id: string) => io.say('running.row-waiting', { id, endpoint: rows.get(id)?.endpoint ?? '' });
    view = open([...rows.keys()], waiting);
    const words = { controllers: rows.size, window: windowMs / 1000, left: seconds(leftMs()) };
    view.say(io.say('running.planned', words));
  }

  function round(event: Extract<AuditProgress, { kind: 'round' }>): void {
    const row = rows.get(event.controller);
    if (row === undefined) return;
    for (const tag of event.tags) row.tags.add(tag);
    row.dueAtMs = nowMs() + event.leftMs;
    const { controller: id, round, of, asked } = event;
    const words = { id, endpoint: row.endpoint, read: row.tags.size, asked, round, of, left: seconds(event.leftMs) };
    view?.row(id, io.say('running.row-round', words));
  }

  return {
    progress(event) {
      if ('seen' in event) seen = event.seen;
      switch (event.kind) {
        case 'resumed': {
          const { interruptedAt: from, resumedAt: to, gapMs } = event.resumption;
          io.note(io.say('running.resuming', { id: event.id, from, to, gap: gapMs / 1000 }));
          break;
        }
        case 'planned':
          planned(event);
          break;
        case 'round':
          round(event);
          break;
        case 'controller': {
          const { id, fault } = event.record;
          const row = rows.get(id);
          if (row !== undefined) row.dueAtMs = 0;
          view?.settled(id, controllerLine(event.record, io).trim(), fault === undefined);
          break;
        }
        case 'judging':
          view?.say(io.say('running.judging', { judgements: event.judgements }));
          rows.clear();
          break;
      }
      if ('seen' in event) tell();
    },
    async end() {
      clearInterval(timer);
      await view?.end();
    },
  };
}
