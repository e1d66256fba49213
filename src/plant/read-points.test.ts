import { describe, expect, it } from 'vitest';
import { loadPlant } from './load-plant.ts';
import { faultLines, writeFolder } from './sample-plant.test-data.ts';

const above = `tripline: 1
enterprise: { name: 某厂, uscc: 91370321MA3C000006, sectors: [other] }
controllers:
  GDS: { role: gds, via: direct, endpoint: "modbus://192.0.2.30:502?unit=1" }
  DCS: { role: bpcs, via: opc-server, endpoint: "opc.tcp://192.0.2.10" }
`;

const header = 'tag,controller,address,type,role,unit,description';

function tagsOf(files: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  const file = writeFolder(files);
  expect(faultLines(file)).toEqual([]);
  const loaded = loadPlant(file);
  return loaded.ok ? [...loaded.plant.points.values()].map((it) => `${it.tag} ${it.description ?? ''}`.trim()) : [];
}

describe('a list of points', () => {
  const yaml = `${above}points: points.csv\n`;
  const lists: readonly (readonly [string, string | Uint8Array])[] = [
    ['commas', `${header}\nAT-1,GDS,40001,uint16,measurement,ppm,氯气\n`],
    [
      'another order of columns',
      'description,role,type,address,controller,tag\n氯气,measurement,uint16,40001,GDS,AT-1\n',
    ],
    ['a byte order mark and CRLF', `\ufeff${header}\r\nAT-1,GDS,40001,uint16,measurement,ppm,氯气\r\n`],
    ['semicolons', 'tag;controller;address;type;role;description\nAT-1;DCS;"ns=2;s=AT-1";uint16;measurement;氯气\n'],
    ['tabs', 'tag\tcontroller\taddress\ttype\trole\tdescription\nAT-1\tDCS\tns=2;s=AT-1\tuint16\tmeasurement\t氯气\n'],
    ['semicolons in addresses', `${header}\nAT-1,DCS,ns=2;s=AT-1,uint16,measurement,ppm,氯气\n`],
    ['empty lines and columns', `${header}\n\nAT-1,GDS,40001,uint16,measurement,,氯气\n,,,,,,\n`],
    ['capital letters in the header', `${header.toUpperCase()}\nAT-1,GDS,40001,uint16,measurement,ppm,氯气\n`],
    [
      'GB 18030, as a Chinese Excel saves it',
      Buffer.concat([Buffer.from(`${header}\nAT-1,GDS,40001,uint16,measurement,ppm,`), Buffer.from('c2c8c6f8', 'hex')]),
    ],
  ];

  it.each(lists)('is read with %s', (_, list) => {
    expect(tagsOf({ 'plant.yaml': yaml, 'points.csv': list })).toEqual(['AT-1 氯气']);
  });

  it('counts lines as the editor does', () => {
    const list = `${header}\n\nAT-1,GDS,40001,uint16,measurement,,"两\n行"\nAT-2,GDS,40001,uint16,measurement,,\n`;
    expect(faultLines(writeFolder({ 'plant.yaml': yaml, 'points.csv': list }))).toEqual([
      'points.csv:5      AT-2                             地址 40001 与 AT-1 相同',
    ]);
  });

  it('is empty', () => {
    expect(faultLines(writeFolder({ 'plant.yaml': yaml, 'points.csv': '' }))).toEqual([
      'points.csv:1                                       点表为空，第一行应为列名',
    ]);
  });
});

describe('points in the plant file itself', () => {
  it('are a map by tag', () => {
    const points = `points:
  AT-1: { controller: GDS, address: 40001, type: uint16, role: measurement, unit: ppm, low: 0, high: 20,
          moves: { at_least: 0.5 %, within: 10 min }, scale: { factor: 0.1, offset: 2 }, fault_low: -1, fault_high: 25,
          max_age: 30s, via: mirror(DCS), stamps: on-sample }
  GOS-1: { controller: GDS, address: 00001, type: bool, role: bypass, one_means: bypassed, operational_limit: 30 min }
`;
    const loaded = loadPlant(writeFolder({ 'plant.yaml': above + points }));
    if (!loaded.ok) throw new Error('expected no fault');
    expect(loaded.plant.points.get('AT-1')).toMatchObject({
      moves: { atLeastPercent: 0.5, withinMs: 600_000 },
      scale: { factor: 0.1, offset: 2 },
      range: { low: 0, high: 20 },
      faultBand: { low: -1, high: 25 },
      maxAgeMs: 30_000,
      via: 'mirror',
      mirrorOf: 'DCS',
      stamps: 'on-sample',
      declaredAt: { file: 'plant.yaml', line: 7, column: 3 },
    });
    expect(loaded.plant.points.get('GOS-1')?.operationalLimitMs).toBe(1_800_000);
  });

  it('are a list of points and lists', () => {
    const points = `points:
  - points.csv
  - { tag: AT-2, controller: GDS, address: 40002, type: uint16, role: measurement }
  - more.csv
`;
    const list = (tag: string, address: number) => `${header}\n${tag},GDS,${address},uint16,measurement,,\n`;
    const files = { 'plant.yaml': above + points, 'points.csv': list('AT-1', 40001), 'more.csv': list('AT-3', 40003) };
    expect(tagsOf(files)).toEqual(['AT-1', 'AT-2', 'AT-3']);
    expect(faultLines(writeFolder({ ...files, 'more.csv': list('AT-2', 40001) }))).toEqual([
      'more.csv:2        AT-2                             位号 AT-2 重复，首次见 plant.yaml:8',
    ]);
  });

  it('have a fault band outside their range', () => {
    const point = 'controller: GDS, address: 40001, type: uint16, role: measurement, unit: ppm, low: 0, high: 20';
    const points = `points: { AT-1: { ${point}, fault_low: 1, fault_high: 25 } }\n`;
    expect(faultLines(writeFolder({ 'plant.yaml': above + points }))).toEqual([
      'plant.yaml:6:11   points.AT-1                      AT-1 的故障界限 fault_low、fault_high 不应落在量程以内',
    ]);
  });

  it('say where and what is wrong', () => {
    const points = `points:
  - { tag: AT-1, controller: GDS, address: 40001, type: uint16, role: measurment, unit: ppm, low: 0 }
  - { controller: GDS, address: D100, type: uint16, role: measurement }
  AT
`;
    expect(faultLines(writeFolder({ 'plant.yaml': above + points.replace('  AT\n', '  - [AT]\n') }))).toEqual([
      'plant.yaml:7:71   points[0].role                   应为 measurement、setpoint、alarm-setpoint、bypass、force、simulation、command、feedback、mode、heartbeat、run-state、diagnostic、alarm、trip、manual-trip、reset、counter、other 之一，写的是“measurment”（是否为“measurement”？）',
      'plant.yaml:8:5    points[1].tag                    缺少 tag',
      'plant.yaml:9:5    points[2]                        此处应为若干“名称: 值”',
    ]);
    const inline = `points: { AT-1: { controller: GDS, address: D100, type: uint16, role: measurement } }\n`;
    expect(faultLines(writeFolder({ 'plant.yaml': above + inline }))).toEqual([
      expect.stringContaining('plant.yaml:6:45   points.AT-1.address              “D100”是 PLC 内部元件号'),
    ]);
  });
});
