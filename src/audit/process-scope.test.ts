import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Declaration, loadPlant, type Plant } from '../plant/index.ts';
import { exchangeNumbers, openReader, simulatedClock } from '../protocols/index.ts';
import { confirmCatalogue, loadCatalogue, loadPack, shippedPackIds } from '../rules/index.ts';
import { judgedPlant } from './judged-plant.test-data.ts';
import { runAudit } from './run-audit.ts';
import { MemoryLog, readRecord } from './store/index.ts';

const catalogue = loadCatalogue();
const packs = ['huantai-2016-4', 'key-processes'].flatMap((id) => {
  const loaded = loadPack(id);
  return loaded.ok ? [loaded.pack] : [];
});

/** A unit that names polymerization, and what is stated of it. */
function plantWith(declaration: Omit<Declaration, 'what' | 'of'> | undefined): Plant {
  const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-site.yaml', import.meta.url)));
  if (!loaded.ok) throw new Error('the case plant has faults');
  const { plant } = loaded;
  return {
    ...plant,
    units: plant.units
      .filter(({ id }) => id === 'U7')
      .map((unit) => ({ ...unit, scale: { value: 'large' as const, document: 'DOC-CASE' } })),
    hazardInstallations: [],
    functions: [],
    gasDetectors: [],
    declarations: declaration === undefined ? [] : [{ what: 'outside-p14', of: 'U7', ...declaration }],
  };
}

/** The catalogue in the hands of somebody who has the text that leaves something out. */
const confirmed = confirmCatalogue(catalogue, [
  { fact: 'REG-P-D', document: 'text.pdf', sha256: '0'.repeat(64), by: '李四', on: '2018-01-10' },
]);

function judged(declaration: Omit<Declaration, 'what' | 'of'> | undefined, of = catalogue) {
  const { outcomes, coverage } = judgedPlant(
    plantWith(declaration),
    { catalogue: of, packs, lawDate: '2018-02-01' },
    {},
  );
  const results = (rule: string) => [...new Set(outcomes.filter((it) => it.rule === rule).map(({ result }) => result))];
  return {
    rows: coverage.rows.length,
    required: coverage.all.required,
    covered: results('required-function-covered'),
    scope: results('process-scope'),
    unknown: coverage.all.unknown,
  };
}

describe('a unit that names a process from which a later text leaves something out', () => {
  it('has the process where nothing is stated, and where it is stated that it is not left out', () => {
    const plain = judged(undefined);
    expect(plain).toMatchObject({ covered: ['fail'], scope: ['notapplicable'], unknown: 0 });
    expect(plain.required).toBeGreaterThan(0);
    expect(judged({ is: 'absent' })).toEqual(plain);
  });

  it('has it not where a document or an eye-witness shows that it is left out, by a text that is confirmed', () => {
    for (const shown of [{ document: 'DOC-CASE' }, { seenBy: ['王五'], date: '2018-01-20' as const }])
      expect(judged({ is: 'present', ...shown }, confirmed)).toEqual({
        rows: 0,
        required: 0,
        covered: [],
        scope: ['notapplicable'],
        unknown: 0,
      });
  });

  it('leaves every row unknown where nobody has seen the text that leaves it out', () => {
    const unseen = judged({ is: 'present', document: 'DOC-CASE' });
    expect(unseen).toMatchObject({ covered: ['unknown'], required: judged(undefined).required });
    expect(unseen.unknown).toBe(unseen.required);
  });

  it('leaves every row unknown where only its word says so', () => {
    const doubtful = judged({ is: 'present' });
    expect(doubtful).toMatchObject({ covered: ['unknown'], scope: ['unknown'], required: judged(undefined).required });
    expect(doubtful.unknown).toBe(doubtful.required);
  });
});

/** A unit that names no process, and what is stated of it; the whole law of a date is asked. */
function countedIn(
  stated: readonly (Pick<Declaration, 'what'> & Partial<Declaration>)[],
  { of = catalogue, lawDate = '2018-02-01', processes = [] as readonly string[] } = {},
) {
  const plant = plantWith(undefined);
  const unit = { ...plant.units[0], processes } as Plant['units'][number];
  const declarations = stated.map((each) => ({ of: 'U7', is: 'present' as const, ...each }));
  const { outcomes, coverage } = judgedPlant(
    { ...plant, units: [unit], declarations },
    { catalogue: of, packs: all, lawDate },
    {},
  );
  const said = (rule: string) => outcomes.filter((it) => it.rule === rule);
  return {
    rows: coverage.rows.map(({ row }) => row),
    required: coverage.all.required,
    apart: coverage.all.unconfirmedBasis,
    failed: coverage.all.fail,
    results: (rule: string) => [...new Set(said(rule).map(({ result }) => result))],
    weights: [...new Set(said('required-function-covered').map(({ weight }) => weight))],
    because: said('process-scope')
      .flatMap(({ parts }) => parts.map(({ because }) => because?.key))
      .filter((key) => key !== 'audit.nothing-to-check'),
  };
}

const all = shippedPackIds().flatMap((id) => {
  const loaded = loadPack(id);
  return loaded.ok ? [loaded.pack] : [];
});

describe('a unit of a kind that a later text counts among a process, which it does not name', () => {
  it('has nothing of the process where nobody states it, or where it is stated that it is none', () => {
    for (const none of [countedIn([]), countedIn([{ what: 'inside-p04', is: 'absent' }])])
      expect(none).toMatchObject({ rows: [], required: 0, because: [] });
    // What is stated of another unit is not said of this one.
    expect(countedIn([{ what: 'inside-p04', of: 'U9' }])).toMatchObject({ rows: [], because: [] });
  });

  it('has the process by its own word where the text was seen: each row counts as if it were named', () => {
    const counted = countedIn([{ what: 'inside-p04' }]);
    const named = countedIn([], { processes: ['P04'] });
    expect(named.required).toBeGreaterThan(0);
    for (const key of ['rows', 'required', 'apart', 'failed', 'weights'] as const)
      expect(counted[key], key).toEqual(named[key]);
    for (const rule of ['required-function-covered', 'mh121-04-automation', 'function-built', 'monitored-parameters'])
      expect(counted.results(rule), rule).toEqual(named.results(rule));
    expect(counted.results('required-function-covered')).toEqual(['fail']);
    expect(counted.because).toEqual(['scope.included-counted']);
  });

  it('is asked by rules on units with a process, and no longer by those on units without', () => {
    const asked = countedIn([{ what: 'inside-p04' }]).results('sd-full-automation-others');
    expect(asked).toEqual(countedIn([], { processes: ['P04'] }).results('sd-full-automation-others'));
    expect(countedIn([]).results('key-chemicals-monitoring')).toEqual(['unknown']);
    expect(countedIn([{ what: 'inside-p04' }]).results('key-chemicals-monitoring')).toEqual([]);
  });

  it('has its rows apart where nobody has seen the text, and binding ones once it is confirmed', () => {
    const unseen = countedIn([{ what: 'inside-p10' }]);
    expect(unseen.rows.length).toBeGreaterThan(0);
    expect(unseen).toMatchObject({
      required: 0,
      apart: unseen.rows.length,
      weights: ['unconfirmed-basis'],
      because: ['scope.included-unconfirmed'],
    });
    expect(unseen.results('key-chemicals-monitoring')).toEqual(['unknown']);
    const text = { document: 'text.pdf', sha256: '0'.repeat(64), by: '李四', on: '2018-01-10' };
    const of = confirmCatalogue(
      catalogue,
      ['REG-P-D', 'REG-P-10'].map((fact) => ({ ...text, fact })),
    );
    const seen = countedIn([{ what: 'inside-p10' }], { of });
    expect(seen.required).toBeGreaterThan(0);
    expect(seen).toMatchObject({ rows: unseen.rows, because: ['scope.included-counted'] });
  });

  it('is not judged by a text that is in force only after the law date', () => {
    const before = countedIn([{ what: 'inside-p04' }], { lawDate: '2013-01-14' });
    expect(before).toMatchObject({ rows: [], because: ['scope.included-later'] });
    expect(countedIn([{ what: 'inside-p04' }], { lawDate: '2013-01-15' })).toMatchObject({
      because: ['scope.included-counted'],
    });
  });

  it('is told where no text counts anything among the process', () => {
    expect(countedIn([{ what: 'inside-p05' }])).toMatchObject({ rows: [], because: ['scope.included-no-text'] });
  });

  it('has the process once where it names it, too', () => {
    const both = countedIn([{ what: 'inside-p04' }], { processes: ['P04'] });
    expect(both.rows).toEqual(countedIn([], { processes: ['P04'] }).rows);
    expect(both.because).toEqual([]);
  });

  it('is counted among one process and not among another that it is stated not to be of', () => {
    const one = countedIn([{ what: 'inside-p04' }]);
    expect(countedIn([{ what: 'inside-p04' }, { what: 'inside-p12', is: 'absent' }]).rows).toEqual(one.rows);
    expect(countedIn([{ what: 'inside-p04' }, { what: 'inside-p12' }]).required).toBeGreaterThan(one.required);
  });

  it('is counted so in a whole audit, whose record keeps what was declared', async () => {
    const declarations = [{ what: 'inside-p04', of: 'U7', is: 'present' as const }];
    const { units, ...plant } = plantWith(undefined);
    const log = new MemoryLog();
    await runAudit(
      {
        id: 'counted',
        tripline: 'test',
        plant: { ...plant, units: units.map((unit) => ({ ...unit, processes: [] })), controllers: [], declarations },
        packs,
        catalogue,
        windowMs: 100,
      },
      {
        clock: simulatedClock(Date.parse('2018-02-01T10:00:00+08:00')),
        signal: new AbortController().signal,
        nextExchange: exchangeNumbers(),
        log,
        openReader,
        targetOf: () => {
          throw new Error('there is no controller');
        },
        progress: () => undefined,
      },
    );
    const { coverage, plant: kept } = readRecord(log.entries);
    expect(coverage.rows.map(({ row }) => row)).toEqual(countedIn([{ what: 'inside-p04' }]).rows);
    expect(kept.units[0]).not.toHaveProperty('included');
  });

  it('goes by the youngest and the least sure of several texts, since nobody says which one is meant', () => {
    const process = catalogue.get('P04');
    const mixed = (adjusted: Partial<NonNullable<typeof process>['scope'][number]>) => ({
      ids: catalogue.ids,
      get: (id: string) => {
        const own = catalogue.get(id);
        const [first, ...rest] = own?.scope ?? [];
        if (id !== 'P04' || own === undefined || first === undefined) return own;
        return { ...own, scope: [{ ...first, ...adjusted }, ...rest] };
      },
    });
    const because = (adjusted: Parameters<typeof mixed>[0]) =>
      countedIn([{ what: 'inside-p04' }], { of: mixed(adjusted) }).because;
    expect(because({ confidence: 'memory-high' })).toEqual(['scope.included-unconfirmed']);
    expect(because({ from: '2018-02-02' })).toEqual(['scope.included-later']);
  });
});
