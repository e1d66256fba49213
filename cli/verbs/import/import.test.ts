import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { chlorinationExports } from '../../../fixtures/imports/chlorination.ts';
import { plantWithoutImports } from '../../../fixtures/imports/plant-without-imports.ts';
import { importSamples } from '../../../fixtures/imports/samples.ts';
import {
  derivePlantFile,
  loadScenario,
  SimulatedPlant,
  unmetExpectations,
} from '../../../fixtures/simulators/index.ts';
import { readEntries, readRecord } from '../../../src/audit/index.ts';
import { say } from '../../../src/messages/index.ts';
import { loadPlant, type Point, type SafetyFunction } from '../../../src/plant/index.ts';
import { simulatedClock } from '../../../src/protocols/index.ts';
import { listening } from '../../listening.test-data.ts';
import { runVerb } from '../../run-verb.test-data.ts';
import { auditPlant } from '../audit/audit-plant.ts';

const path = (name: string) => fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));
const chlorination = path('plants/chlorination/plant.yaml');
let root: string;
let exports: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tripline-import-'));
  exports = await chlorinationExports();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder with what an engineer arrives with: exports, documents, and a plant file without points. */
function arrival(name: string, files: ReadonlyMap<string, Uint8Array> = exports) {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
  cpSync(path('plants/chlorination/docs'), join(folder, 'docs'), { recursive: true });
  writeFileSync(join(folder, 'plant.yaml'), plantWithoutImports(readFileSync(chlorination, 'utf8')));
  const at = (file: string) => join(folder, file);
  return {
    folder,
    at,
    text: (file: string) => readFileSync(at(file), 'utf8'),
    answer: () => copyFileSync(path('imports/chlorination-mapping.yaml'), at('mapping.yaml')),
    run: (...more: readonly string[]) =>
      runVerb(
        ['import', ...[...files.keys()].map(at), '--into', at('plant.yaml'), '--mapping', at('mapping.yaml'), ...more],
        'en',
      ),
  };
}

function plantIn(file: string) {
  const loaded = loadPlant(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.plant;
}

describe('tripline import, from the spreadsheets to an audit', () => {
  it('asks first: every row is listed with what is not known, every question is in the mapping file, nothing is guessed', async () => {
    const site = arrival('asks');
    const { code, out, err } = await site.run();
    expect(code).toBe(3);
    expect(out).toContain('dcs-analog.csv R3  FT-101  not known to which controller it belongs');
    expect(out).toContain('0 points added, 0 unchanged, 191 rows not imported');
    expect(out).toContain('to be answered: files / sis-io.xlsx / controller (82 rows)');
    expect(site.text('mapping.yaml')).toContain('  sis-io.xlsx:\n    controller:\n');
    expect(err).toContain('mapping.yaml');
    expect(plantIn(chlorination).points.size).toBe(152);
  });

  it('takes the answers, and check finds nothing to say: the points are those of the plant, address by address', async () => {
    const site = arrival('answered');
    site.answer();
    const { code, out } = await site.run();
    expect(out).toContain('152 points added, 0 unchanged, 0 rows not imported');
    expect(code).toBe(0);
    expect((await runVerb(['check', site.at('plant.yaml')], 'en')).code).toBe(0);
    const [truth, imported] = [plantIn(chlorination), plantIn(site.at('plant.yaml'))];
    // An unscaled tag of this server carries no range.
    const rangeOf = ({ tag, range }: Point) => (['AT-811', 'AT-812'].includes(tag) ? 'not exported' : range);
    const facts = (plant: typeof truth) =>
      [...plant.points.values()]
        .map((point) => {
          const { tag, controller, address, type, unit, role, oneMeans, scale, heartbeatOf } = point;
          const cells = [tag, controller, address, type, unit, rangeOf(point), role, oneMeans, scale, heartbeatOf];
          return JSON.stringify(cells);
        })
        .sort();
    expect(facts(imported)).toEqual(facts(truth));
    // How much a value has to move is decided on site.
    expect([...imported.points.values()].filter(({ moves }) => moves !== undefined)).toEqual([]);
    expect(imported.functions.find(({ id }) => id === 'SIF-104')?.causes).toHaveLength(3);
  });

  it('takes the functions but for what neither a matrix nor a mapping tells, which stays unsaid', async () => {
    const site = arrival('functions');
    site.answer();
    await site.run();
    const [truth, imported] = [plantIn(chlorination), plantIn(site.at('plant.yaml'))];
    const inWords = ['name', 'covers', 'declaredAt'];
    const ofChannels = ['tolerance', 'alarm', 'forces', 'diagnostics', 'deviation', 'votePoint'];
    const told = (functions: readonly SafetyFunction[]) =>
      functions
        .map(({ effects, ...rest }) => ({
          ...rest,
          effects: effects.toSorted((one, other) => (one.element < other.element ? -1 : 1)),
        }))
        .map((each) =>
          JSON.stringify(each, (key, value) => ([...inWords, ...ofChannels].includes(key) ? undefined : value)),
        )
        .map((each) => JSON.parse(each))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
    // The matrix has a function for each gas where the plant file has one for both.
    const isOfGas = ({ id }: SafetyFunction) => id.startsWith('GDA-109');
    const rest = (plant: typeof truth) => told(plant.functions.filter((each) => !isOfGas(each)));
    expect(rest(imported)).toEqual(rest(truth));
    const gas = (plant: typeof truth) => {
      const functions = told(plant.functions.filter(isOfGas));
      return [functions.flatMap(({ causes }) => causes), functions.flatMap(({ effects }) => effects)];
    };
    expect(gas(imported)).toEqual(gas(truth));
    const causes = imported.functions.flatMap((each) => each.causes);
    const unsaid = { alarm: undefined, deviation: undefined, votePoint: undefined, forces: [], diagnostics: [] };
    expect(
      causes.map(({ alarm, deviation, votePoint, forces, diagnostics }) => {
        return { alarm, deviation, votePoint, forces, diagnostics };
      }),
    ).toEqual(causes.map(() => unsaid));
  });

  it('changes nothing the second time, not a byte; edits and comments of people survive', async () => {
    const site = arrival('again');
    site.answer();
    await site.run();
    const edited = site
      .text('plant.yaml')
      .replace('    name: 反应釜超温\n', '    name: 反应釜 R-101 超温 # as on the drawing\n');
    const list = site.text('points.csv').replace('氯气进料流量', '氯气进料流量 FT-101');
    writeFileSync(site.at('plant.yaml'), edited);
    writeFileSync(site.at('points.csv'), list);
    const mapping = site.text('mapping.yaml');
    const { code, out, err } = await site.run();
    expect(code).toBe(0);
    expect(out).toContain('functions: 0 added, 10 standing already and not touched');
    expect(out).toContain('description of FT-101: the list says "氯气进料流量 FT-101", the export "氯气进料流量"');
    expect(err).toContain('nothing changed, nothing written');
    expect([site.text('plant.yaml'), site.text('points.csv'), site.text('mapping.yaml')]).toEqual([
      edited,
      list,
      mapping,
    ]);
    expect(mapping).toContain('# all transmitters measure gauge pressure');
  });

  it('writes nothing where asked to show only, and says the same as JSON', async () => {
    const site = arrival('dry');
    site.answer();
    const before = site.text('plant.yaml');
    const { out, err } = await site.run('--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({
      functions: { standing: [] },
      open: [],
      faults: [],
      list: { unchanged: 0 },
    });
    expect(err).toContain('not written');
    expect(site.text('plant.yaml')).toBe(before);
  });

  it('withholds a function whose tags nobody has, and a discrete cause without what one means', async () => {
    const site = arrival('gaps');
    site.answer();
    const mapping = site.text('mapping.yaml');
    writeFileSync(site.at('mapping.yaml'), mapping.replace('  "*.FLT": fault\n', '').replace('  XZV-*:', '  XXV-*:'));
    const { code, out } = await site.run();
    expect(code).toBe(3);
    expect(out).toContain('sis-io.xlsx 开关量!R2  TZT-101A.FLT  discrete, and not known what 1 means');
    expect(out).toContain('cause-effect.xlsx SIS!R4  SIF-101  not known which points command XZV-101');
    expect(out).toContain('to be answered: one_means / TZT-*.FLT (9 rows)');
    expect(out).toContain('functions: 5 added');
    // All that is left is what the people wrote themselves: their sequence moves valves of the withheld functions.
    const check = await runVerb(['check', site.at('plant.yaml')], 'en');
    expect(check.out).toContain('SEQ-100.elements[1]    no function has a final element XZV-101');
    expect(check.out).toContain('SEQ-100.elements[2]    no function has a final element XZV-102');
    expect([check.code, check.out]).toEqual([2, expect.stringContaining('2 faults;')]);
  });

  it('lists the rows of exports full of traps, each with its reason; an optimized block is not readable by address', async () => {
    const site = arrival('traps', await importSamples());
    const map = [
      'tripline_mapping: 1',
      'files:',
      '  tia-tags.xlsx: { controller: SIS }',
      '  cause-effect.xlsx: { unit: U100 }',
    ];
    writeFileSync(site.at('mapping.yaml'), `${map.join('\n')}\n`);
    const { code, out } = await site.run();
    expect(code).toBe(3);
    expect(out).toContain(
      'tia-tags.xlsx PLC Tags!R4  TZSHH-101.SP  no logical address (a block with optimized access)',
    );
    expect(out).toContain('cause-effect.xlsx C&E!R11  SIF-5  2oo3 needs 3 channels, here are: TZT-5A');
    expect(out).toContain('cause-effect.xlsx C&E!R10  SIF-4  C&E!R10: what "○" means for XZV-101 is not clear');
  });

  it('begins with nothing but the exports: init, import, init again to map, check', async () => {
    const site = arrival('whole');
    rmSync(site.at('plant.yaml'));
    const { enterprise, units, controllers, documents } = parse(readFileSync(chlorination, 'utf8'), {
      schema: 'failsafe',
    });
    // The state of the unit rests on points that are not imported yet.
    const { state: _, ...unit } = units.U100;
    const claims = ({ functions }: { readonly functions: Readonly<Record<string, { readonly covers?: unknown }>> }) =>
      Object.fromEntries(
        Object.entries(functions).flatMap(([id, { covers }]) => (covers === undefined ? [] : [[id, covers]])),
      );
    const mapping = parse(readFileSync(path('imports/chlorination-mapping.yaml'), 'utf8'), { schema: 'failsafe' });
    const covers = claims(mapping);
    for (const it of Object.values(mapping.functions))
      if (typeof it === 'object' && it !== null) Reflect.deleteProperty(it, 'covers');
    writeFileSync(site.at('mapping.yaml'), stringify(mapping, { schema: 'failsafe' }));
    writeFileSync(
      site.at('first.yaml'),
      stringify({ enterprise, units: { U100: unit }, controllers, documents }, { schema: 'failsafe' }),
    );
    writeFileSync(site.at('then.yaml'), stringify({ covers }, { schema: 'failsafe' }));

    const init = (answers: string) =>
      runVerb(['init', site.at('plant.yaml'), '--yes', '--answers', site.at(answers)], 'en');
    const first = await init('first.yaml');
    expect([first.code, first.err]).toEqual([0, expect.stringContaining('next: tripline import')]);
    expect(first.out).toMatch(/U100 +which function does P03-C05/);
    const imported = await site.run();
    expect(imported.out).toContain('functions: 10 added');
    expect(imported.out).toContain('152 points added, 0 unchanged, 0 rows not imported');
    const mapped = await init('then.yaml');
    expect([mapped.code, mapped.err]).toEqual([0, expect.stringContaining('next: tripline guide')]);
    // What only a document can prove nobody has answered: it is said, not guessed.
    const open = mapped.out.match(/which function does P03-C\d\d/g) ?? [];
    expect(open.map((line) => line.slice(-3))).toEqual(['C04', 'C07', 'C11']);
    expect((await runVerb(['check', site.at('plant.yaml')], 'en')).code).toBe(0);
  });

  it('leads to an audit of the plant that finds what the hand-written plant file finds', async () => {
    const site = arrival('audit');
    site.answer();
    await site.run();
    const loaded = loadScenario(path('scenarios/demo.yaml'));
    if (!loaded.ok) throw new Error('the demo scenario has faults');
    const { scenario } = loaded;
    const clock = simulatedClock(scenario.at);
    const simulated = await SimulatedPlant.start(plantIn(chlorination), { clock, ports: 'free' });
    try {
      for (const fault of scenario.faults) simulated.apply(fault);
      const { undeclare } = scenario;
      const edits = { ports: simulated.ports, undeclare };
      const derived = derivePlantFile(site.at('plant.yaml'), join(site.folder, 'derived'), edits);
      const as = { id: 'imported', folder: join(site.folder, 'out') };
      const said = listening();
      const options = { plantFile: derived, packs: [path('packs/quick')], out: root, as, json: false, clock };
      const code = await auditPlant(options, said.io);
      const record = readRecord(readEntries(join(as.folder, 'audit.sqlite')));
      const unknown = ['GDS', 'GIF-108', 'GDA-109A', 'GDA-109B'].map((subject) => ({ subject }));
      const unmet = unmetExpectations(
        { ...scenario.expect, unknown },
        {
          exitCode: code,
          counts: { ...record.coverage.all },
          rows: record.coverage.rows.filter(({ standing }) => standing === 'required' || standing === 'scale-unknown'),
          outcomes: record.outcomes,
        },
      );
      expect(unmet.map((each) => say(each, 'en'))).toEqual([]);
    } finally {
      await simulated.close();
    }
  }, 60_000);
});
