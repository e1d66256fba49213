import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { text } from '../messages/index.ts';
import { loadPlant, type Plant } from '../plant/index.ts';
import { bindRules, loadCatalogue, loadPack, type Part } from '../rules/index.ts';
import { judge } from './judge.ts';
import { planAudit } from './plan.ts';
import { type PlannedJudgement, partsOf } from './planned-judgement.ts';
import { collected } from './run-cases.ts';
import { MemoryLog } from './store/index.ts';
import { unitStates } from './unit-state.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant-checks.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const catalogue = loadCatalogue();
const at = Date.parse('2018-02-01T10:00:00+08:00');
const dates = { observationDate: '2018-02-01', lawDate: '2018-02-01' };
const pack = loadPack('key-processes');
const rules = bindRules(pack.ok ? [pack.pack] : [], dates.lawDate);

const healthy = {
  'YS-1': true,
  'T-1': [80, 81, 82],
  'T-2': [80, 81, 82],
  'T-3': [80, 81, 82],
  'T.SP': 120,
  'M-1': 80,
  'M-1.SP': 120,
  'M-MOS': false,
  'SEQ-1': false,
};

/** Judges what a change makes of the planned judgement of a rule for a function. */
function judged(
  rule: string,
  subject: string,
  change: (planned: PlannedJudgement) => PlannedJudgement,
  readings: Parameters<typeof collected>[4] = {},
  of: Plant = plant,
) {
  const plan = planAudit(of, catalogue, rules, dates);
  const planned = plan.judgements.find((each) => each.bound.rule.id === rule && each.subject.id === subject);
  if (planned === undefined) throw new Error(`nobody judges ${rule} of ${subject}`);
  const all = { ...healthy, ...readings };
  const observed = new Map(of.controllers.map(({ id }) => [id, collected(id, of, at, plan.window.ms, all, {})]));
  const states = unitStates(of, observed, new Set(), at, new MemoryLog());
  return judge(change(planned), { plant: of, observed, unattributable: new Set(), unitStates: states, ...dates });
}

const throwing: Part = {
  name: 'broken',
  needs: [],
  judge: () => {
    throw new Error('a fault of ours');
  },
};

describe('a check that throws', () => {
  it('is an error of that rule and subject, and of no other', () => {
    const broken = judged('setpoint-order', 'SIF-1', (planned) => ({ ...planned, cut: () => ({ parts: [throwing] }) }));
    expect(broken.result).toBe('error');
    expect(JSON.stringify(broken.parts)).toContain('a fault of ours');
    expect(judged('setpoint-order', 'LIC-1', (planned) => planned).result).not.toBe('error');
  });

  it('never hides what another part proves', () => {
    const outcome = judged(
      'trip-setpoint-approved',
      'SIF-1',
      (planned) => ({
        ...planned,
        cut: () => ({ parts: [...partsOf(planned), throwing] }),
      }),
      { 'T.SP': 140 },
    );
    expect(outcome.parts.map(({ result }) => result)).toEqual(['fail', 'error']);
    expect(outcome.result).toBe('fail');
  });
});

describe('what only a mirror shows (judgement.md §6)', () => {
  const accepting = (planned: PlannedJudgement): PlannedJudgement => ({
    ...planned,
    bound: { ...planned.bound, rule: { ...planned.bound.rule, mirror: 'accepted' } },
  });

  it('leaves a rule unknown that needs the solver itself', () => {
    expect(judged('bypass-permitted', 'MIR-1', (planned) => planned).result).toBe('unknown');
  });

  it('passes by mirror where the pack allows it, and says so', () => {
    const outcome = judged('bypass-permitted', 'MIR-1', accepting);
    expect(outcome.result).toBe('pass');
    expect(outcome.parts[0]?.because?.key).toBe('audit.by-mirror');
  });
});

describe('a function of a batch (judgement.md §4)', () => {
  const parts: Record<'quiet' | 'proved', Part> = {
    quiet: { name: 'quiet', needs: [], unmet: () => text('rules.no-demand'), judge: throwing.judge },
    proved: {
      name: 'proved',
      needs: [],
      judge: () => ({ says: 'fail', expected: text('rules.no-demand'), actual: text('rules.no-demand') }),
    },
  };
  const result = (part: Part, sequence: boolean | 'silent') =>
    judged('trip-acts', 'BAT-1', (planned) => ({ ...planned, cut: () => ({ parts: [part] }) }), {
      'SEQ-1': sequence,
      'L-1': 5,
    }).result;

  it('is judged while its condition holds, and not applicable while it does not', () => {
    expect(result(parts.proved, true)).toBe('fail');
    expect(result(parts.proved, false)).toBe('notapplicable');
  });

  it('leaves open what was demanded where nobody knows, and nothing else', () => {
    expect(result(parts.proved, 'silent')).toBe('unknown');
    expect(result(parts.quiet, 'silent')).toBe('notchecked');
  });
});

describe('the entries behind an outcome', () => {
  it.each([
    ['of one part', [[7, 9, 12]]],
    ['of one part in no order', [[12, 7, 9, 7]]],
    ['of a few parts', [[9, 12], [7], [12, 8], [7, 300], [1]]],
    ['of many parts', Array.from({ length: 90 }, (_, index) => [(index * 37) % 101, (index * 61) % 83, index])],
  ])('%s stand there in order, each once, and none is lost', (_, behind) => {
    const parts = behind.map(
      (entries, index): Part => ({
        name: `part ${index}`,
        needs: entries.map((evidence) => ({ kind: 'witnessed', evidence })),
        judge: () => ({ says: 'informational', because: text('audit.nothing-to-check') }),
      }),
    );
    const outcome = judged('function-built', 'SIF-1', (planned) => ({ ...planned, cut: () => ({ parts }) }));
    expect(outcome.parts).toHaveLength(parts.length);
    expect(outcome.evidence).toEqual([...new Set(behind.flat())].sort((a, b) => a - b));
  });
});
