import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Covers, loadPlant, type Plant } from '../plant/index.ts';
import type { Value } from '../protocols/index.ts';
import { bindRules, loadCatalogue, loadPack, requiredFunctions } from '../rules/index.ts';
import { coverageOf } from './coverage.ts';
import { judge } from './judge.ts';
import { planAudit } from './plan.ts';
import type { RecordedObservation } from './record.ts';
import { MemoryLog } from './store/index.ts';
import { unitStates } from './unit-state.ts';
import type { Witnessed } from './witness.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const catalogue = loadCatalogue();
const at = Date.parse('2018-02-01T10:00:00+08:00');
const dates = { observationDate: '2018-02-01', lawDate: '2018-02-01' };
const rules = bindRules(
  ['huantai-2016-4', 'key-processes'].flatMap((id) => {
    const pack = loadPack(id);
    return pack.ok ? [pack.pack] : [];
  }),
  dates.lawDate,
);

const healthy: Readonly<Record<string, readonly Value[]>> = {
  'YS-1': [true, true, true],
  'SIS.HB': [1, 2, 3],
  'T-1': [80, 81, 82],
  'T-2': [80, 81, 82],
  'T-1.SP': [120, 120],
  'MOS-1': [false, false],
  'MOS-2': [false, false],
  'XV-1.CMD': [true, true],
  'XV-1.ZSC': [false, false],
};

function observed(of: Plant): ReadonlyMap<string, Witnessed> {
  const all = Object.entries(healthy).map(([tag, values]): [string, RecordedObservation[]] => {
    const type = of.points.get(tag)?.type ?? 'bool';
    return [
      tag,
      values.map((value, index) => {
        const utc = at - 70_000 + (index * 70_000) / (values.length - 1);
        const raw = new Uint8Array();
        const moment = { utc, monotonicMs: utc };
        const read = { kind: 'reading' as const, tag, value, type, quality: 'good' as const, raw, at: moment };
        return { ...read, exchange: 1, evidence: 1, sample: index + 1 };
      }),
    ];
  });
  const self = { endpoint: '', identity: {}, runState: 'run' as const, exchanges: [] };
  const record = {
    id: 'SIS',
    endpoint: '',
    evidence: 1,
    self,
    points: { asked: 9, read: 9 },
    durationMs: 0,
    standby: [],
  };
  const none = { connections: 1, requests: {}, bytesOut: 0, bytesIn: 0, peakPerSecond: 0, writes: 0 as const };
  const traffic = { controller: 'SIS', ...none };
  return new Map([['SIS', { controller: record, traffic, observations: new Map(all) }]]);
}

/** The row of the emergency feed cut-off, where SIF-1 claims `live` of it and a document the rest. */
function feedCutOff(live: readonly Covers[], paper: readonly Covers[]) {
  const functions = plant.functions
    .filter((it) => it.id === 'SIF-1' || it.id === 'PSV-1')
    .map((it) => ({ ...it, covers: it.id === 'SIF-1' ? live : paper }));
  const changed: Plant = { ...plant, functions };
  const seen = observed(changed);
  const context = { plant: changed, observed: seen, unattributable: new Set<string>(), ...dates };
  const states = unitStates(changed, seen, new Set(), at, new MemoryLog());
  const checked = planAudit(changed, catalogue, rules, dates).judgements.map((planned) => ({
    check: planned.bound.rule.check.use,
    rule: planned.bound.weight,
    outcome: judge(planned, { ...context, unitStates: states }),
  }));
  const coverage = coverageOf(changed, catalogue, checked);
  const unit = coverage.units.find((each) => each.unit === 'U1');
  return { row: coverage.rows.find((each) => each.id === 'U1·P03-C05'), unit };
}

const claim = (trigger: string): Covers => ({ function: 'P03-C05', trigger });

describe('a row that must be proved live', () => {
  it('passes where all of it is read live', () => {
    const { row, unit } = feedCutOff([{ function: 'P03-C05' }], []);
    expect(row).toMatchObject({
      result: 'pass',
      proof: 'live',
      nature: 'sif',
      cells: { built: 'yes', inService: 'yes' },
    });
    expect(unit).toMatchObject({ live: { judged: expect.any(Number) }, pass: 1 });
  });

  it('does not pass where a part of it stands on paper only, and counts nowhere as judged', () => {
    const { row, unit } = feedCutOff([claim('温度'), claim('搅拌故障')], [claim('压力')]);
    expect(row).toMatchObject({
      result: 'unknown',
      proof: 'live',
      cells: { declared: 'yes', built: 'unknown' },
      because: [{ key: 'audit.only-by-document' }],
    });
    expect(unit?.pass).toBe(0);
    expect(unit?.document.judged).toBe(feedCutOff([{ function: 'P03-C05' }], []).unit?.document.judged);
  });

  it('fails where a part of it is claimed by nobody, and names that part', () => {
    const { row } = feedCutOff([claim('温度')], [claim('压力')]);
    expect(row).toMatchObject({ result: 'fail', uncovered: { triggers: ['搅拌故障'] } });
  });
});

describe('the nature of a row', () => {
  const natureOf = (sil: 2 | undefined) => {
    const [one] = plant.functions;
    if (one === undefined) throw new Error('no function');
    const { sil: _, ...rest } = one;
    const it = { ...rest, covers: [{ function: 'P03-C01' }], ...(sil === undefined ? {} : { sil }) };
    return requiredFunctions({ ...plant, functions: [it] }, catalogue).find((row) => row.id === 'U1·P03-C01')?.nature;
  };
  it('is that of its kind, and of an interlock with a required SIL a safety instrumented function', () => {
    expect(natureOf(undefined)).toBe('interlock');
    expect(natureOf(2)).toBe('sif');
  });
});
