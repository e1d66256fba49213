import type { Controller, Plant, Point, PointRole, SafetyFunction } from '../plant/index.ts';
import type { Address, DataType } from '../protocols/index.ts';

const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 2000, requestTimeoutMs: 2000 };

const controllers: readonly Controller[] = [
  {
    id: 'DCS',
    role: 'bpcs',
    via: 'opc-server',
    vendor: 'SUPCON',
    endpoints: [{ protocol: 'opcua', url: 'opc.tcp://192.0.2.10:4840' }],
    pacing,
    allowWitness: false,
  },
  {
    id: 'SIS',
    role: 'sis',
    via: 'direct',
    vendor: 'Siemens',
    model: '6ES7 412-5HK06',
    endpoints: [
      { protocol: 's7', url: 's7://192.0.2.20', host: '192.0.2.20', port: 102, rack: 0, slot: 3 },
      { protocol: 's7', url: 's7://192.0.2.21', host: '192.0.2.21', port: 102, rack: 1, slot: 3 },
    ],
    pacing,
    allowWitness: false,
  },
  {
    id: 'GDS',
    role: 'gds',
    via: 'direct',
    endpoints: [{ protocol: 'modbus', url: 'modbus://192.0.2.30:502', host: '192.0.2.30', port: 502, unit: 1 }],
    wordOrder: 'CDAB',
    pacing,
    allowWitness: false,
  },
];

const addressOf: Readonly<Record<string, Address>> = {
  DCS: { protocol: 'opcua', nodeId: 'ns=2;s=x' },
  SIS: { protocol: 's7', area: 'DB', db: 10, byte: 0 },
  GDS: { protocol: 'modbus', table: 'input', offset: 0 },
};

type PointRow = readonly [
  tag: string,
  controller: string,
  written: string,
  type: DataType,
  role: PointRole,
  more?: Partial<Point>,
];

const rows: readonly PointRow[] = [
  ['FT-101', 'DCS', 'ns=2;s=FT101.PV', 'float32', 'measurement', { unit: 'm3/h', range: { low: 0, high: 20 } }],
  ['YS-101', 'DCS', 'ns=2;s=YS101', 'bool', 'run-state', { oneMeans: 'running' }],
  ['FFIC-102.MODE', 'DCS', 'ns=2;s=FFIC102.MODE', 'int16', 'mode'],
  ['SIC-103.PV', 'DCS', 'ns=2;s=SIC103.PV', 'float32', 'measurement', { unit: 'r/min' }],
  ['TZT-101A', 'SIS', 'DB10.DBD0', 'float32', 'measurement', { unit: '℃', range: { low: 0, high: 200 } }],
  ['TZT-101B', 'SIS', 'DB10.DBD4', 'float32', 'measurement', { unit: '℃', range: { low: 0, high: 200 } }],
  ['TZT-101C', 'SIS', 'DB10.DBD8', 'float32', 'measurement', { unit: '℃', range: { low: 0, high: 200 } }],
  ['TZSHH-101.SP', 'SIS', 'DB10.DBD40', 'float32', 'setpoint', { unit: '℃' }],
  ['PZT-101', 'SIS', 'DB10.DBD12', 'float32', 'measurement', { unit: 'MPa(g)' }],
  ['PZSHH-101.SP', 'SIS', 'DB10.DBD44', 'float32', 'setpoint', { unit: 'MPa(g)' }],
  ['XZV-101.CMD', 'SIS', 'DB20.DBX0.0', 'bool', 'command', { oneMeans: 'open' }],
  ['XZV-101.ZSC', 'SIS', 'DB20.DBX0.1', 'bool', 'feedback', { oneMeans: 'closed' }],
  ['MOS-101A', 'SIS', 'DB30.DBX0.0', 'bool', 'bypass', { oneMeans: 'bypassed' }],
  ['MOS-104', 'SIS', 'DB30.DBX0.4', 'bool', 'bypass', { oneMeans: 'bypassed' }],
  ['SIS.HB', 'SIS', 'DB1.DBD0', 'uint32', 'heartbeat'],
  ['GT-101', 'GDS', 'input:0', 'float32', 'measurement', { unit: 'ppm' }],
  ['GT-102', 'GDS', 'input:2', 'float32', 'measurement', { unit: '%LEL' }],
  ['AZP-108.RUN', 'GDS', 'coil:8', 'bool', 'feedback', { oneMeans: 'running' }],
];

const functionRows: readonly (readonly [id: string, name: string, row: string, more?: Partial<SafetyFunction>])[] = [
  ['SIF-101', '反应釜超温、超压切断氯气进料', 'P03-C01', { sil: 2, solver: 'SIS', latched: true }],
  ['FFIC-102', '氯气与物料配比控制', 'P03-C02', { solver: 'DCS' }],
  ['SIC-103', '搅拌转速控制', 'P03-C03', { solver: 'DCS' }],
  ['V-104', '氯气缓冲罐', 'P03-C04', { document: 'DOC-V104' }],
  ['SIF-105', '紧急切断氯气进料', 'P03-C05', { sil: 2, solver: 'SIS' }],
  ['PSV-107', '反应釜安全阀', 'P03-C07', { document: 'DOC-PSV107' }],
  ['AZ-108', '事故氯气吸收', 'P03-C08', { solver: 'GDS' }],
  ['GD-109', '有毒气体检测报警', 'P03-C09', { solver: 'GDS' }],
  ['ESD-110', '紧急停车', 'P03-C10', { sil: 2, solver: 'SIS' }],
];

/** The declaration of the worked example of judgement.md §10. */
export const samplePlant: Plant = {
  enterprise: {
    name: '桓台某某化工有限公司',
    uscc: '91370321MA3C000006',
    town: '果里镇',
    sectors: ['hazardous-chemicals'],
  },
  units: [
    {
      id: 'U100',
      name: '氯化装置',
      processes: ['P03'],
      scale: { value: 'large', document: 'DOC-DESIGN' },
      commissioned: '2012-06-01',
    },
  ],
  hazardInstallations: [
    { id: 'MH1', name: '液氯库', level: 2, record: '备案-2016-031', substances: ['toxic-gas'], units: ['U100'] },
  ],
  controllers,
  points: new Map(
    rows.map(([tag, controller, written, type, role, more], index) => [
      tag,
      {
        tag,
        controller,
        written,
        address: addressOf[controller] ?? { protocol: 'opcua', nodeId: 'ns=2;s=x' },
        type,
        role,
        declaredAt: { file: 'points.csv', line: index + 2 },
        ...more,
      },
    ]),
  ),
  functions: functionRows.map(([id, name, row, more], index) => ({
    id,
    name,
    unit: 'U100',
    covers: [{ function: row }],
    causes: [],
    effects: [],
    declaredAt: { file: 'plant.yaml', line: 40 + index },
    ...more,
  })),
  sequences: [],
  documents: new Map(),
  permits: [],
  deviations: [
    {
      of: { unit: 'U100', row: 'P03-C06' },
      measure: '夹套循环水双泵互备',
      document: 'DOC-DEV-06',
      approvedBy: ['张三'],
      date: '2017-06-01',
    },
  ],
  sources: [
    { file: 'plant.yaml', sha256: '5b1c'.repeat(16) },
    { file: 'points.csv', sha256: 'a7e2'.repeat(16) },
  ],
};
