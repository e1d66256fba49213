import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadPlant, type Plant } from '../plant/index.ts';
import { type CatalogueProcess, lintOptionsOf, loadCatalogue, requiredFunctions } from '../rules/index.ts';

/** What the points of `wholeProcess` show when all is well. */
export const healthyReadings = {
  YS: true,
  HB: [1, 2, 3],
  'T-1': [80, 80.5, 81],
  'T-1.SP': 120,
  'T-1.AH': 100,
  XV: false,
  TAH: false,
  MODE: true,
};

/** A plant with one unit that has a process and declares everything that the catalogue asks of it, one function per row. */
export function wholeProcess(process: CatalogueProcess): Plant {
  const folder = mkdtempSync(join(tmpdir(), 'tripline-process-'));
  try {
    writeFileSync(join(folder, 'proof.txt'), 'proof');
    const file = join(folder, 'plant.yaml');
    writeFileSync(file, stringify(written(process, {})));
    const options = lintOptionsOf(loadCatalogue());
    const bare = loadPlant(file, options);
    if (!bare.ok) throw new Error(JSON.stringify(bare.faults));
    const natures = requiredFunctions(bare.plant, loadCatalogue()).map(({ row, nature }) => [row.id, nature] as const);
    writeFileSync(file, stringify(written(process, Object.fromEntries(natures.map(functionOf)))));
    const loaded = loadPlant(file, options);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    return loaded.plant;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function functionOf([row, nature]: readonly [string, string]): readonly [string, Record<string, unknown>] {
  const whole = { name: row, unit: 'U1', covers: [{ function: row }] };
  const executed = { ...whole, solver: 'SIS', in_service: { heartbeat: 'HB' } };
  const alarm = { above: '100 ℃', setpoint: 'T-1.AH' };
  const approved = { document: 'DOC', tolerance: '1 ℃' };
  const trip = { above: '120 ℃', kind: 'readable', setpoint: 'T-1.SP', approved };
  switch (nature) {
    case 'passive':
      return [`F-${row}`, { ...whole, document: 'DOC' }];
    case 'control-loop':
      return [`F-${row}`, { ...executed, loop: { pv: 'T-1', mode: 'MODE' } }];
    case 'alarm':
      return [
        `F-${row}`,
        {
          ...executed,
          when: [{ of: ['T-1'], alarm }],
          // biome-ignore lint/suspicious/noThenProperty: the plant file says when … then.
          then: [{ element: 'TAH', to: 'alarm', command: { point: 'TAH', trip: 'energize' } }],
        },
      ];
    default:
      return [
        `F-${row}`,
        {
          ...executed,
          on_channel_fault: 'trip',
          when: [{ of: ['T-1'], trip }],
          // biome-ignore lint/suspicious/noThenProperty: the plant file says when … then.
          then: [{ element: 'XV', to: 'closed', feedback: { closed: 'XV' }, within: '3s' }],
        },
      ];
  }
}

function written(process: CatalogueProcess, functions: Record<string, unknown>): Record<string, unknown> {
  const point = (address: string, type: string, more: Record<string, unknown>) => ({
    controller: 'SIS',
    address,
    type,
    ...more,
  });
  return {
    tripline: 1,
    enterprise: { name: '目录用例厂', uscc: '91370321MA3C000006', sectors: ['hazardous-chemicals'] },
    units: {
      U1: {
        name: process.name.zh,
        process: process.id,
        scale: { value: 'large', document: 'DOC' },
        state: { running: 'YS == running' },
        monitors: Object.fromEntries(process.parameters.names.map(({ zh }) => [zh, ['T-1']])),
      },
    },
    controllers: { SIS: { role: 'sis', via: 'direct', endpoint: 's7://127.0.0.1?rack=0&slot=3' } },
    points: {
      YS: point('DB1.DBX0.0', 'bool', { role: 'feedback', one_means: 'running' }),
      HB: point('DB1.DBW2', 'int16', { role: 'heartbeat' }),
      'T-1': point('DB1.DBD4', 'float32', { unit: '℃', low: 0, high: 200, role: 'measurement' }),
      'T-1.SP': point('DB1.DBD8', 'float32', { unit: '℃', role: 'setpoint' }),
      'T-1.AH': point('DB1.DBD12', 'float32', { unit: '℃', role: 'alarm-setpoint' }),
      XV: point('DB1.DBX16.0', 'bool', { role: 'feedback', one_means: 'closed' }),
      TAH: point('DB1.DBX16.1', 'bool', { role: 'command', one_means: 'energized' }),
      MODE: point('DB1.DBX16.2', 'bool', { role: 'mode', one_means: 'auto' }),
    },
    functions,
    documents: { DOC: { title: '证明文件', file: 'proof.txt', date: '2017-01-01' } },
  };
}
