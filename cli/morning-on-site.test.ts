import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { chlorinationExports } from '../fixtures/imports/chlorination.ts';
import { plantWithoutImports } from '../fixtures/imports/plant-without-imports.ts';
import { seededFaultSchema } from '../fixtures/simulators/seeded-fault.ts';
import { type SimulatedUnit, simulatedUnit } from '../fixtures/watches/simulated-unit.ts';
import { loadPlant } from '../src/plant/index.ts';
import { simulatedClock } from '../src/protocols/index.ts';
import { runVerb } from './run-verb.test-data.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

const { steps } = z
  .strictObject({
    name: z.strictObject({ zh: z.string(), en: z.string() }),
    steps: z.array(
      z.strictObject({
        step: z.string(),
        at: z.iso.datetime({ offset: true }),
        faults: z.array(seededFaultSchema).optional(),
        give: z.record(z.string(), z.string()).default({}),
        run: z.array(z.string()).min(1),
        exit: z.int(),
      }),
    ),
  })
  .parse(parse(readFileSync(join(fixtures, 'cases/morning-on-site.yaml'), 'utf8')));

let unit: SimulatedUnit;
/** Where the engineer works: exports, documents, and a plant file without points. */
let folder: string;
let exports: readonly string[];
const from = process.cwd();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-morning-'));
  const files = await chlorinationExports();
  exports = [...files.keys()];
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
  cpSync(join(fixtures, 'plants/chlorination/docs'), join(folder, 'docs'), { recursive: true });
  unit = await simulatedUnit('chlorination', join(folder, 'whole'), Date.parse(steps[0]?.at ?? ''));
  writeFileSync(join(folder, 'plant.yaml'), plantWithoutImports(readFileSync(unit.plantFile, 'utf8')));
  rmSync(join(folder, 'whole'), { recursive: true });
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(from);
  await unit.simulated.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A command line with what only this run knows: files, ports, the evidence of the audit. */
function complete(run: readonly string[], at: string): readonly string[] {
  return run.flatMap((word) => {
    if (word === '$exports') return exports;
    if (word === '$dcs') return `opc.tcp://127.0.0.1:${unit.simulated.ports['DCS']?.[0]}`;
    if (word === '$audit') return join('out', readdirSync('out')[0] ?? '', 'audit.sqlite');
    return word.replace('$fixtures/', fixtures).replace('$at', at);
  });
}

/** What differs from run to run: ports, hashes, the seconds that something took, readings that move by themselves. */
function masked(said: string): string {
  return said
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:port')
    .replaceAll(/ {2}-?\d+(\.\d+)?(e-?\d+)?(?= {2}(float|u?int)\d+)/g, '  *')
    .replaceAll(/第 \d+ 条/g, '第 * 条')
    .replaceAll(/\b[0-9a-f]{16,64}\b/g, '#')
    .replaceAll(/\b[0-9a-f]{4}( [0-9a-f]{4})+( …)?/g, '#')
    .replaceAll(/\d+\.\d s\b/g, '* s')
    .replaceAll(/\d+ 次请求(?= {2}\* s)/g, '* 次请求')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, 'time')
    .replaceAll(fixtures, 'fixtures/')
    .replaceAll(folder, '.');
}

describe('a morning on site, verb by verb', () => {
  it.each(steps)('$step', { timeout: 60_000 }, async ({ step, at, faults, give, run, exit }) => {
    unit.useClock(simulatedClock(Date.parse(at)));
    if (faults !== undefined) {
      unit.simulated.clear();
      for (const fault of faults) unit.simulated.apply(fault);
    }
    for (const [name, source] of Object.entries(give)) copyFileSync(join(fixtures, source), name);
    const { code, out, err } = await runVerb(complete(run, at), 'zh');
    // Who is done first, and how far everything is in the meantime, is different every time.
    const said = masked([out, ...(run[0] === 'audit' ? [] : [err])].filter((it) => it !== '').join('\n'));
    await expect(`${said}\n`).toMatchFileSnapshot(join(fixtures, `cases/golden/morning/${step}.txt`));
    expect(code, err).toBe(exit);
  });

  it('has left the plant file valid, the photograph beside the evidence, and has written to no controller', () => {
    expect(loadPlant('plant.yaml').ok).toBe(true);
    const [audit = ''] = readdirSync('out');
    expect(readdirSync(join('out', audit, 'photographs'))).toHaveLength(1);
    expect(existsSync(join('out', audit, 'report.pdf'))).toBe(true);
    const requests = [...unit.simulated.requests().values()].flat();
    expect(requests.filter((request) => request.kind === 'write')).toEqual([]);
  });
});
