import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { AuditProgress, ControllerRecord } from '../../src/audit/index.ts';
import { listeningTerminal } from '../listening-terminal.test-data.ts';
import { followAudit } from './follow-audit.ts';
import { followProbe } from './follow-probe.ts';
import { liveView } from './live-view.ts';

const esc = '\u001b';

/** A stream that is taken for a terminal, with what was written to it. */
function fakeStream(): { stream: NodeJS.WriteStream; written: () => string } {
  const chunks: string[] = [];
  const through = new PassThrough();
  through.on('data', (chunk) => chunks.push(String(chunk)));
  const stream: NodeJS.WriteStream = Object.assign(Object.create(through), {
    isTTY: true,
    columns: 100,
    rows: 40,
    write: (chunk: string) => {
      chunks.push(chunk);
      return true;
    },
  });
  return { stream, written: () => chunks.join('') };
}

const planned: AuditProgress = {
  kind: 'planned',
  windowMs: 60_000,
  controllers: [
    { id: 'SIS', endpoint: 's7://192.0.2.20', asked: 4, estimateMs: 65_000 },
    { id: 'GDS', endpoint: 'modbus://192.0.2.30', asked: 2, estimateMs: 61_000 },
  ],
  seen: { required: 8, read: 0 },
};
const round: AuditProgress = {
  kind: 'round',
  controller: 'SIS',
  round: 3,
  of: 31,
  asked: 4,
  tags: ['A', 'B'],
  leftMs: 56_000,
  seen: { required: 8, read: 5 },
};
const record: ControllerRecord = {
  id: 'GDS',
  endpoint: 'modbus://192.0.2.30',
  evidence: 9,
  fault: { kind: 'timeout', during: 'connect', afterMs: 2000 },
  points: { asked: 2, read: 0 },
  durationMs: 2000,
  standby: [],
};

describe('the progress of an audit in a pipe', () => {
  it('is plain lines without escape codes: the plan, now and then the whole, and each controller when it is left', async () => {
    const { io, out, err } = listeningTerminal('zh');
    let nowMs = 0;
    const followed = await followAudit(io, () => nowMs);
    followed.progress(planned);
    followed.progress(round);
    expect(err).toEqual(['2 台控制器，窗口 60 s，预计约 65 s']);
    nowMs = 11_000;
    followed.progress(round);
    followed.progress({ kind: 'controller', record, seen: { required: 8, read: 5 } });
    followed.progress({ kind: 'judging', judgements: 7 });
    await followed.end();
    expect(err.slice(1)).toEqual([
      '  已用 11 s，剩余约 56 s；实读 5/8 项',
      '  GDS  modbus://192.0.2.30  连接 2.0 秒超时  2.0 s',
      '读取完毕，正在判定 7 条…',
    ]);
    expect(out).toEqual([]);
    expect(err.join('')).not.toContain(esc);
  });

  it('says that it waits when the time has passed that reading should take', async () => {
    const { io, err } = listeningTerminal('en');
    let nowMs = 0;
    const followed = await followAudit(io, () => nowMs);
    followed.progress(planned);
    nowMs = 70_000;
    followed.progress({ ...round, leftMs: 0 });
    await followed.end();
    // SIS is done in time; GDS was due after 61 s.
    expect(err.at(-1)).toBe('  70 s so far, about 0 s left; read for 5/8 functions');
    nowMs = 90_000;
    const late = await followAudit(io, () => nowMs);
    late.progress(planned);
    nowMs = 200_000;
    late.progress({ kind: 'controller', record, seen: { required: 8, read: 5 } });
    await late.end();
    expect(err.at(-1)).toBe('  110 s so far, waiting for answers; read for 5/8 functions');
  });

  it('is silent with --quiet', async () => {
    const { io, err } = listeningTerminal('zh');
    const followed = await followAudit({ ...io, quiet: true });
    followed.progress(planned);
    followed.progress(round);
    await followed.end();
    expect(err).toEqual([]);
  });
});

describe('the progress of a probe in a pipe', () => {
  it('is one line a controller, and nothing for a single endpoint', async () => {
    const { io, err } = listeningTerminal('zh');
    const both = await followProbe([...planned.controllers], io);
    both.probed('SIS', undefined);
    both.probed('GDS', record.fault);
    await both.end();
    expect(err).toEqual(['  SIS  s7://192.0.2.20  已答复', '  GDS  modbus://192.0.2.30  连接 2.0 秒超时']);
    const single = await followProbe(planned.controllers.slice(0, 1), io);
    single.probed('SIS', undefined);
    await single.end();
    expect(err).toHaveLength(2);
  });
});

describe('the progress on a terminal', () => {
  it('is redrawn on standard error, leaves the last words of each controller and the terminal as it was', async () => {
    const [stdout, stderr] = [fakeStream(), fakeStream()];
    const listeners = process.listenerCount('SIGINT');
    const view = liveView(['SIS', 'GDS'], (id) => `${id} waiting`, { stdout: stdout.stream, stderr: stderr.stream });
    view.overall('5 of 8');
    view.row('SIS', 'SIS round 3 of 31');
    view.settled('SIS', 'SIS 4/4 points', true);
    view.settled('GDS', 'GDS silent', false);
    await view.end();
    await view.end();
    const written = stderr.written();
    expect(written).toContain(esc);
    for (const words of ['5 of 8', 'SIS 4/4 points', 'GDS silent']) expect(written).toContain(words);
    expect(stdout.written()).toBe('');
    // It shows the cursor again.
    expect(written.lastIndexOf(`${esc}[?25h`)).toBeGreaterThan(written.lastIndexOf(`${esc}[?25l`));
    expect(process.listenerCount('SIGINT') - listeners).toBeLessThan(2);
  });

  it('ends at once when the run is stopped, with rows that nobody settled', async () => {
    const [stdout, stderr] = [fakeStream(), fakeStream()];
    const view = liveView(['SIS'], (id) => `${id} waiting`, { stdout: stdout.stream, stderr: stderr.stream });
    await view.end();
    expect(stderr.written()).toContain('SIS waiting');
  });
});
