import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { toGb18030 } from '../fixtures/imports/gb18030.ts';
import { derivePlantFile, SimulatedPlant } from '../fixtures/simulators/index.ts';
import { type AuditRecord, readEntries, readRecord } from '../src/audit/index.ts';
import { say } from '../src/messages/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { type Clock, simulatedClock } from '../src/protocols/index.ts';
import { runVerb } from './run-verb.test-data.ts';

const path = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const original = path('plants/chlorination/plant.yaml');
const at = '2018-02-01T10:00:00+08:00';
let running = simulatedClock(Date.parse(at));
const clock: Clock = { now: () => running.now(), simulated: true };
let folder: string;
/** What was read live, with two faults. */
let live: AuditRecord;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-file-audit-'));
  const loaded = loadPlant(original);
  if (!loaded.ok) throw new Error('the plant file has faults');
  const plant = await SimulatedPlant.start(loaded.plant, { clock, ports: 'free' });
  plant.apply({ fault: 'wrong-setpoint', tag: 'TZSHH-101.SP', value: 140 });
  plant.apply({ fault: 'bypass', tag: 'MOS-104' });
  const derived = derivePlantFile(original, join(folder, 'live'), { ports: plant.ports });
  live = await readWithoutGaps(derived);
  await plant.close();
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A live audit in which every round was read in its time: on a machine that is held up for seconds a reader rightly gives
 * up, and an export of such a reading would be a shorter one than the tests below are about.
 */
async function readWithoutGaps(plantFile: string): Promise<AuditRecord> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    running = simulatedClock(Date.parse(at));
    const out = join(folder, `out-live-${attempt}`);
    const words = ['--pack', path('packs/quick'), '--simulated-time', at, '--window', '5s', '--out', out];
    await runVerb(['audit', plantFile, ...words], 'zh');
    const record = recordIn(out);
    const isWhole = record.controllers.every(
      ({ id, fault, sampling }) => fault === undefined && sampling !== undefined && isInTime(record, id, sampling),
    );
    if (isWhole && record.observations.every(({ kind }) => kind === 'reading')) return record;
  }
  throw new Error('five live audits in a row were held up by the machine: no export to compare with');
}

/** Every point that was watched was read in time, and in the last round near its end: an export ends with its last row. */
function isInTime({ observations, plant }: AuditRecord, controller: string, { everyMs }: { readonly everyMs: number }) {
  const times = new Map<string, number[]>();
  for (const { tag, at } of observations)
    if (plant.points.get(tag)?.controller === controller) times.set(tag, [...(times.get(tag) ?? []), at.utc]);
  const ended = Math.max(...[...times.values()].flat());
  return [...times.values()]
    .filter((each) => each.length > 2)
    .every((each) => {
      const gaps = each.slice(1).map((atMs, index) => atMs - (each[index] ?? atMs));
      return ended - (each.at(-1) ?? 0) < everyMs / 2 && Math.max(...gaps) < 1.5 * everyMs;
    });
}

function recordIn(out: string): AuditRecord {
  return readRecord(readEntries(join(out, readdirSync(out)[0] ?? '', 'audit.sqlite')));
}

function clockOf(utc: number): string {
  return new Date(utc + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
}

/** The readings of one controller as its historian would have exported them: every sample, in rows of one value. */
function rowsOf(controller: string): readonly (readonly string[])[] {
  const rows = live.observations.flatMap((each) =>
    each.kind === 'reading' && live.plant.points.get(each.tag)?.controller === controller
      ? [[clockOf(each.at.utc), each.tag, String(each.value === true ? 1 : each.value === false ? 0 : each.value)]]
      : [],
  );
  return [['时间', '位号', '数值'], ...rows];
}

const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\r\n');

/** The plant file with exports in place of its controllers. */
function filePlant(name: string, files: Readonly<Record<'DCS' | 'SIS' | 'GDS', string>>, holds = 'samples'): string {
  const derived = derivePlantFile(original, join(folder, name), {});
  const document = parseDocument(readFileSync(derived, 'utf8'));
  for (const [id, file] of Object.entries(files)) {
    document.deleteIn(['controllers', id, 'endpoints']);
    document.deleteIn(['controllers', id, 'word_order']);
    document.setIn(['controllers', id, 'endpoint'], `file:${file}`);
    document.setIn(['controllers', id, 'via'], 'file');
    document.setIn(['controllers', id, 'export'], {
      handed_over_by: '王五',
      handed_over_on: '2018-02-02',
      zone: '+08:00',
      holds,
    });
  }
  writeFileSync(derived, document.toString({ lineWidth: 0 }));
  return derived;
}

async function exportsIn(name: string): Promise<void> {
  const place = join(folder, name, 'exports');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'dcs.csv'), toGb18030(csv(rowsOf('DCS'))));
  writeFileSync(
    join(place, 'sis.xlsx'),
    await writeXlsx({ sheets: [{ name: '导出', rows: rowsOf('SIS').map((row) => [...row]) }] }),
  );
  writeFileSync(join(place, 'gds.csv'), csv(rowsOf('GDS')));
}

/** The plant file with exports, some tags of the SIS in a sequence of events instead of samples. */
async function plantWithEvents(name: string, tags: readonly string[], events: readonly string[]): Promise<string> {
  await exportsIn(name);
  const place = join(folder, name, 'exports');
  writeFileSync(join(place, 'sis.csv'), csv(rowsOf('SIS').filter(([, tag = '']) => !tags.includes(tag))));
  writeFileSync(join(place, 'soe.csv'), toGb18030(events.join('\r\n')));
  const plantFile = filePlant(name, { ...files, SIS: 'exports/sis.csv,exports/soe.csv' });
  const document = parseDocument(readFileSync(plantFile, 'utf8'));
  document.setIn(['controllers', 'SIS', 'export', 'holds'], ['samples', 'events']);
  writeFileSync(plantFile, document.toString({ lineWidth: 0 }));
  return plantFile;
}

const files = { DCS: 'exports/dcs.csv', SIS: 'exports/sis.xlsx', GDS: 'exports/gds.csv' };

async function auditFiles(name: string, holds?: string) {
  const plantFile = filePlant(name, files, holds);
  const out = join(folder, `out-${name}`);
  const {
    code,
    out: said,
    err,
  } = await runVerb(['audit', plantFile, '--pack', path('packs/quick'), '--out', out], 'zh');
  return { code, said, err, out, record: () => recordIn(out) };
}

const failed = ({ outcomes }: AuditRecord) =>
  outcomes
    .filter(({ result }) => result === 'fail')
    .map(({ id }) => id)
    .toSorted();

describe('an audit of exported files', () => {
  it('comes to the findings of the live audit, at a lower grade that stands beside each of them', async () => {
    await exportsIn('same');
    const { code, said, err, out, record } = await auditFiles('same');
    expect(code, err).toBe(1);
    const audited = record();
    expect(failed(audited)).toEqual(failed(live));
    expect(failed(audited).length).toBeGreaterThan(2);
    // Judged as of the day of the export, whenever that is done.
    expect(audited.header.observationDate).toBe('2018-02-01');
    expect(audited.header.lawDate).toBe('2018-02-01');
    for (const { result, parts } of audited.outcomes)
      for (const part of parts)
        if ((part.result === 'pass' || part.result === 'fail') && part.evidence.length > 0)
          expect([result, part.part, part.grade]).toEqual([result, part.part, 'file']);
    // What a file says proves no function: nothing counts as satisfied that must be read live.
    expect(audited.coverage.all.pass).toBe(audited.coverage.all.document.judged);
    expect(audited.coverage.all.fail).toBe(live.coverage.all.fail);
    expect(audited.coverage.all.built.yes).toBe(live.coverage.all.document.required);
    expect(audited.coverage.all.inService.yes).toBe(0);
    const unwrapped = said.replaceAll(/\s+/g, '');
    expect(unwrapped).toContain('凭导出文件，截至2018-02-0110:00:');
    expect(unwrapped).toContain('王五提交，非实读');
    expect(unwrapped).toContain('只凭导出文件，没有实读');
    expect(unwrapped).not.toContain('只观察了');
    // Nothing was sent to anybody; the files are in the chain by their hashes.
    expect(audited.traffic.every(({ requests, bytesOut }) => Object.keys(requests).length + bytesOut === 0)).toBe(true);
    expect(audited.controllers.map(({ exported }) => exported?.files[0]?.sha256.length)).toEqual([64, 64, 64]);
    const result = JSON.parse(readFileSync(join(out, readdirSync(out)[0] ?? '', 'result.json'), 'utf8'));
    expect(result.controllers[0].exported).toMatchObject({
      by: '王五',
      on: '2018-02-02',
      files: [{ name: files.DCS }],
    });
    expect(JSON.stringify(result)).not.toContain(folder);
  }, 60_000);

  it('passes nothing that stood still in a file of changes: what moved between its rows nobody knows', async () => {
    await exportsIn('changes');
    const { record } = await auditFiles('changes', 'changes');
    const audited = record();
    const inService = audited.outcomes.filter(({ check }) => check?.use === 'in-service');
    expect(inService.filter(({ result }) => result === 'pass')).toEqual([]);
    expect(JSON.stringify(inService)).toContain('file.only-changes');
    expect(failed(audited)).toContain('trip-setpoint-approved@SIF-101');
  }, 60_000);

  it('is inconclusive where nothing fails, lists the rows that it did not use, and refuses files without a word about them', async () => {
    await exportsIn('rows');
    const gds = join(folder, 'rows', 'exports', 'gds.csv');
    writeFileSync(
      gds,
      `${readFileSync(gds, 'utf8')}\r\n2018-02-31 10:00:00,AT-801,5\r\n2018-02-01 10:00:01,AT-801,断线\r\n`,
    );
    const argv = ['--pack', path('packs/quick'), '--only', 'controller=GDS', '--out', join(folder, 'out-rows')];
    const { code } = await runVerb(['audit', filePlant('rows', files), ...argv], 'zh');
    expect(code).toBe(3);
    const record = recordIn(join(folder, 'out-rows'));
    const { refused } = record.controllers.find(({ id }) => id === 'GDS')?.exported?.files[0] ?? { refused: [] };
    expect(refused.map(({ because }) => because.key)).toEqual(['file.no-time', 'file.no-value']);
    const bare = derivePlantFile(original, join(folder, 'bare'), {
      rewrite: [{ path: ['controllers', 'GDS', 'endpoint'], to: 'file:exports/gds.csv' }],
    });
    const refusedPlant = await runVerb(['check', bare], 'zh');
    expect(refusedPlant.code).toBe(2);
    expect(refusedPlant.out).toContain('handed_over_by');
    expect(refusedPlant.out).toContain('via 须写 file');
  }, 60_000);

  it('says since when a bypass is on by a sequence of events, which no polling of minutes could', async () => {
    const events = [
      '序号,日期,时间,毫秒,位号,状态',
      '2,2018-01-31,08:12:44,015,MOS-104,动作',
      '1,2018-01-30,17:00:00,730,MOS-104,复位',
      '0,2018-01-30,09:00:00,000,MOS-101B,动作',
    ];
    const plantFile = await plantWithEvents('soe', ['MOS-104', 'MOS-101B'], events);
    const out = join(folder, 'out-soe');
    const words = [
      '--pack',
      path('packs/quick'),
      '--only',
      'function=SIF-104',
      '--only',
      'function=SIF-101',
      '--out',
      out,
    ];
    const { code, err } = await runVerb(['audit', plantFile, ...words], 'zh');
    expect(code, err).toBe(1);
    const found = recordIn(out).outcomes.find(({ id }) => id === 'bypass-permitted@SIF-104');
    const part = found?.parts.find(({ result }) => result === 'fail');
    expect(part?.grade).toBe('file');
    expect(part?.actual === undefined ? '' : say(part.actual, 'zh')).toContain('2018-01-31 08:12:44');
    // On since long before its permit of today: what is judged is the window.
    const permitted = recordIn(out).outcomes.find(({ id }) => id === 'bypass-permitted@SIF-101');
    expect(permitted?.parts.find(({ part }) => part === 'bypass MOS-101B')).toMatchObject({
      result: 'pass',
      grade: 'file',
    });
  }, 60_000);

  it.each([
    ['04,900', 'pass'],
    ['05,012', 'fail'],
  ])(
    'tells by a sequence of events what no polling could: closed at %s s after a demand at 02,011 is a %s',
    async (closed, verdict) => {
      const name = `soe-demand-${closed}`;
      const events = [
        '日期,时间,毫秒,位号,状态',
        '2018-01-31,08:00:00,000,HS-104,复位',
        '2018-01-31,08:00:00,000,XZV-101.ZSC,复位',
        '2018-01-31,08:00:00,000,XZV-101.ZSO,动作',
        '2018-02-01,10:00:02,011,HS-104,动作',
        '2018-02-01,10:00:02,500,XZV-101.ZSO,复位',
        `2018-02-01,10:00:${closed},XZV-101.ZSC,动作`,
      ];
      const plantFile = await plantWithEvents(name, ['HS-104', 'XZV-101.ZSC', 'XZV-101.ZSO'], events);
      const out = join(folder, `out-${name}`);
      const words = ['--pack', path('packs/quick'), '--only', 'function=SIF-104', '--window', '5s', '--out', out];
      const { code, err } = await runVerb(['audit', plantFile, ...words], 'zh');
      expect(code, err).toBe(1);
      const parts = recordIn(out).outcomes.find(({ id }) => id === 'trip-acts@SIF-104')?.parts ?? [];
      expect(parts.find(({ part }) => part.includes('HS-104') && part.includes('XZV-101'))).toMatchObject({
        result: verdict,
        grade: 'file',
      });
    },
    60_000,
  );

  it('sends nothing by its plan, and is nothing to be watched', async () => {
    await exportsIn('quiet');
    const plantFile = filePlant('quiet', files);
    const listed = await runVerb(['check', plantFile, '--requests', '--pack', path('packs/quick'), '--json'], 'zh');
    expect(listed.code, listed.err).toBe(0);
    const { controllers } = JSON.parse(listed.out);
    expect(controllers).toMatchObject(
      Object.entries(files).map(([controller, file]) => ({
        controller,
        endpoints: [`file:${file}`],
        planned: [],
        contingencies: [],
        totals: { requests: 0, bytesOut: 0, bytesIn: 0 },
      })),
    );
    const out = join(folder, 'out-quiet');
    const watched = await runVerb(['watch', plantFile, '--function', 'SIF-101', '--out', out], 'zh');
    expect([watched.code, watched.out]).toEqual([2, '']);
    expect(watched.err).toContain('SIS 只有导出文件，不能现场见证');
    expect(existsSync(out)).toBe(false);
  });
});
