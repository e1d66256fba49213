import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant } from '../plant/index.ts';
import { bindRules, loadCatalogue, loadPack } from '../rules/index.ts';
import { type AuditPlan, planAudit, roundsOf } from './plan.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const pack = loadPack('key-processes');
if (!pack.ok) throw new Error('the pack has faults');
const date = '2018-02-01';

function planned(windowMs?: number, everyMs?: number): AuditPlan {
  if (!loaded.ok || !pack.ok) throw new Error('not loaded');
  const rules = bindRules([pack.pack], date);
  return planAudit(
    loaded.plant,
    loadCatalogue(),
    rules,
    { observationDate: date, lawDate: date },
    { windowMs, everyMs },
  );
}

describe('the window of an audit', () => {
  it('is what the longest of its rules needs, and is read at least every two seconds', () => {
    expect(planned().window).toEqual({ ms: 60_000, everyMs: 2000 });
  });

  it('is as long as it was asked for, with at least five rounds', () => {
    expect(planned(1000).window).toEqual({ ms: 1000, everyMs: 200 });
  });
});

describe('the interval of an audit', () => {
  it('is what was asked for, never shorter than a tenth of a second nor longer than the window', () => {
    expect(planned(1000, 500).window.everyMs).toBe(500);
    expect(planned(1000, 10).window.everyMs).toBe(100);
    expect(planned(1000, 5000).window.everyMs).toBe(1000);
    expect([...planned(1000, 500).points.values()].flatMap(({ everyMs }) => everyMs ?? [])).toEqual([]);
  });
});

describe('the rounds of a controller', () => {
  it('follow the window, or come more often where its own points need it', () => {
    const plan: AuditPlan = {
      judgements: [],
      window: { ms: 10_000, everyMs: 2000 },
      points: new Map([
        ['DCS', { watched: [], once: [] }],
        ['SIS', { watched: [], once: [], everyMs: 500 }],
      ]),
    };
    expect(roundsOf(plan, 'DCS')).toEqual({ everyMs: 2000, after: 5 });
    expect(roundsOf(plan, 'SIS')).toEqual({ everyMs: 500, after: 20 });
  });
});
