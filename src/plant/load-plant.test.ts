import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateState } from './evaluate-state.ts';
import { formatFault, formatFaultCount } from './format-fault.ts';
import { loadPlant } from './load-plant.ts';
import type { Plant } from './plant.ts';
import { type Edit, faultLines, samplePoints, sampleYaml, writeFolder, writeSample } from './sample-plant.test-data.ts';

function load(file: string): Plant {
  const loaded = loadPlant(file);
  if (!loaded.ok) throw new Error(loaded.faults.map((fault) => formatFault(fault, 'zh')).join('\n'));
  return loaded.plant;
}

describe('a plant file without fault', () => {
  it('becomes units, with their state', () => {
    const [chlorination, tanks] = load(writeSample()).units;
    expect(chlorination).toMatchObject({
      id: 'U100',
      processes: ['P03'],
      scale: { value: 'large', document: 'DOC-DESIGN' },
      commissioned: '2012-06-01',
    });
    const state = chlorination?.state;
    if (state?.by !== 'expression') throw new Error('expected an expression');
    const values = new Map([
      ['FT-101', 5.01],
      ['YS-101', 1],
    ]);
    expect(evaluateState(state.running, (tag) => values.get(tag))).toBe('true');
    expect(tanks?.state).toEqual({
      by: 'declaration',
      is: 'maintenance',
      person: '张三',
      from: Date.UTC(2018, 0, 20, 0, 0),
      to: Date.UTC(2018, 1, 20, 10, 0),
    });
    expect(tanks?.processes).toEqual([]);
  });

  it('becomes controllers, with the pacing of their protocol', () => {
    const [dcs, sis, gds] = load(writeSample()).controllers;
    const times = { maxInFlight: 1, connectTimeoutMs: 2000, requestTimeoutMs: 2000 };
    expect(dcs).toMatchObject({
      via: 'opc-server',
      clockToleranceMs: 5000,
      allowWitness: false,
      security: { mode: 'SignAndEncrypt', policy: 'Basic256Sha256', user: { env: 'DCS_USER' } },
      pacing: { gapMs: 20, ...times, connectTimeoutMs: 10_000 },
    });
    expect(sis?.endpoints).toEqual([
      expect.objectContaining({ protocol: 's7', host: '192.0.2.20', rack: 0, slot: 3 }),
      expect.objectContaining({ protocol: 's7', host: '192.0.2.21', rack: 1, slot: 3 }),
    ]);
    expect(sis).toMatchObject({ firmware: '1.10', pacing: { gapMs: 20, ...times } });
    expect(gds).toMatchObject({ wordOrder: 'CDAB', pacing: { gapMs: 200, ...times } });
  });

  it.each([
    ['direct', 'modbus', 100],
    ['gateway', 'modbus', 500],
    ['direct', 'modbus-rtu-tcp', 100],
    ['gateway', 'modbus-rtu-tcp', 500],
  ])('paces a Modbus device reached by %s over %s at %d ms', (via, scheme, gapMs) => {
    const file = writeSample([
      ['via: gateway, endpoint', `via: ${via}, endpoint`],
      ['modbus://192.0.2.30', `${scheme}://192.0.2.30`],
      [', pacing: { gap: 200ms }', ''],
    ]);
    expect(load(file).controllers[2]?.pacing.gapMs).toBe(gapMs);
  });

  it('allows a controller to be asked over a gap, and up to a budget, only where that is written', () => {
    const pacing = (written: string) =>
      load(writeSample([['pacing: { gap: 200ms }', `pacing: { gap: 200ms, ${written} }`]])).controllers[2]?.pacing;
    expect(pacing('bridge: 8, budget: { requests: 5000, bytes: 5000000 }')).toMatchObject({
      gapMs: 200,
      bridgeGap: 8,
      budget: { requests: 5000, bytes: 5_000_000 },
    });
    expect(pacing('bridge: 0')).toMatchObject({ bridgeGap: 0 });
    expect(pacing('max_in_flight: 2')).not.toHaveProperty('budget');
  });

  it('becomes points, each with its address, range, scale and place', () => {
    const { points } = load(writeSample());
    expect(points.size).toBe(27);
    expect(points.get('TZT-101A')).toEqual({
      tag: 'TZT-101A',
      controller: 'SIS',
      written: 'DB10.DBD0',
      address: { protocol: 's7', area: 'DB', db: 10, byte: 0 },
      type: 'float32',
      unit: '℃',
      range: { low: 0, high: 200 },
      role: 'measurement',
      moves: { atLeastPercent: 0.2, withinMs: 600_000 },
      description: '釜温 A',
      declaredAt: { file: 'points.csv', line: 2 },
    });
    expect(points.get('AT-801')).toMatchObject({
      address: { protocol: 'modbus', table: 'holding', offset: 0 },
      scale: { factor: 0.1, offset: -4 },
    });
    expect(points.get('GDS.FLT')?.address).toEqual({ protocol: 'modbus', table: 'coil', offset: 0 });
    expect(points.get('FIC-101.SP')?.address).toMatchObject({ protocol: 'opcua', namespaceUri: 'urn:dcs' });
    expect(points.get('TZT-101C')?.description).toBe('釜温 C, 备用');
  });

  it('becomes functions, with causes and effects', () => {
    const { functions } = load(writeSample());
    expect(functions[0]).toMatchObject({
      id: 'SIF-101',
      covers: [{ function: 'P03-C01', trigger: '氯化反应釜温度', action: '切断氯化剂' }, { function: 'P03-C05' }],
      sil: 2,
      latched: true,
      onChannelFault: 'trip',
      activeWhen: { written: 'STEP-101 >= 2', condition: { tag: 'STEP-101', operator: '>=', value: 2 } },
      causes: [
        {
          vote: { needed: 2, of: 3 },
          channels: ['TZT-101A', 'TZT-101B', 'TZT-101C'],
          trip: {
            direction: 'above',
            value: { value: 120, unit: '℃' },
            kind: 'readable',
            setpoint: 'TZSHH-101.SP',
            deadband: { value: 1, unit: '℃' },
            approved: { document: 'DOC-SRS', revision: 'B', tolerance: { value: 0.5, unit: '℃' } },
          },
          alarm: { direction: 'above', value: { value: 110, unit: '℃' }, setpoint: 'TZAH-101.SP' },
          bypasses: ['MOS-101A', 'MOS-101B'],
          forces: ['FRC-101'],
          diagnostics: ['TZT-101A.FLT'],
          delayMs: 500,
          deviation: { value: 3, unit: '℃' },
        },
        { vote: { needed: 1, of: 1 }, channels: ['YS-101'], demand: 'stopped' },
      ],
      effects: [
        {
          element: 'XZV-101',
          to: 'closed',
          command: { point: 'XZV-101.CMD', trip: 'de-energize' },
          feedback: { closed: 'XZV-101.ZSC', open: 'XZV-101.ZSO' },
          withinMs: 3000,
        },
      ],
      safetyTimeMs: 30_000,
      manual: 'HS-101',
      reset: 'RST-101',
      inService: { mode: 'SIS.MODE', heartbeat: 'SIS.HB', simulation: 'SIS.SIM', runState: 'SIS.RUN' },
      proofTest: { everyMonths: 12, last: '2017-03-15', record: 'DOC-PT-101' },
      declaredAt: { file: 'plant.yaml', line: 32, column: 3 },
    });
    expect(functions[2]?.loop).toEqual({
      measurement: 'FT-101',
      setpoint: 'FIC-101.SP',
      output: 'FIC-101.OUT',
      mode: 'FIC-101.MODE',
    });
    expect(functions[3]).toMatchObject({ id: 'PSV-101', document: 'DOC-PT-101', causes: [], effects: [] });
    expect(functions[3]).not.toHaveProperty('latched');
  });

  it('becomes documents, permits, sequences and deviations', () => {
    const { documents, permits, sequences, deviations } = load(writeSample());
    expect(documents.get('DOC-PT-101')).toEqual({
      id: 'DOC-PT-101',
      title: '检验测试记录',
      date: '2017-03-15',
      validUntil: '2018-03-14',
    });
    expect(permits).toEqual([
      {
        bypass: 'MOS-101B',
        reason: '变送器校验',
        approvedBy: ['张三', '李四'],
        from: Date.UTC(2018, 1, 1, 0, 0),
        to: Date.UTC(2018, 1, 1, 8, 0),
        document: 'DOC-PT-101',
      },
    ]);
    expect(sequences).toEqual([expect.objectContaining({ id: 'SEQ-1', elements: ['XZV-101'] })]);
    expect(deviations.map(({ of }) => of)).toEqual([{ unit: 'U100', row: 'P03-C06' }, { function: 'PSV-101' }]);
  });

  it('names the files that were read, with their SHA-256', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(load(writeSample()).sources).toEqual([
      { file: 'plant.yaml', sha256: sha256(sampleYaml) },
      { file: 'points.csv', sha256: sha256(samplePoints) },
    ]);
  });

  it('finds a log-in file beside the plant file, wherever the tool was started', () => {
    const asked = writeSample([['user: { env: DCS_USER }', 'user: { prompt: true }']]);
    expect(load(asked).controllers[0]?.security?.user).toEqual({ prompt: true });
    const file = writeSample([['user: { env: DCS_USER }', 'user: { file: dcs-user.txt }']]);
    expect(load(file).controllers[0]?.security?.user).toEqual({ file: join(dirname(file), 'dcs-user.txt') });
  });
});

describe('the faults of a plant file', () => {
  // The three of ux.md §1, in the sample as it stands here.
  const three: readonly Edit[] = [
    ['91370321MA3C000006', '91370321MA3C000008'],
    ['of: [TZT-101A, TZT-101B, TZT-101C]', 'of: [TZT-101A, TZT-101B]'],
    ['csv', 'TZAH-101.SP,SIS,DB10.DBD44', 'TZAH-101.SP,SIS,DB10.DBD40'],
  ];

  it('are shown all at once, by file and line', () => {
    expect(faultLines(writeSample(three))).toEqual([
      'plant.yaml:4:9    enterprise.uscc                  校验位应为 6，写的是 8',
      'plant.yaml:44:15  functions.SIF-101.when[0].vote   2oo3 需要 3 个通道，这里有 2 个：TZT-101A, TZT-101B',
      'points.csv:6      TZAH-101.SP                      地址 DB10.DBD40 与 TZSHH-101.SP 相同',
    ]);
    expect(formatFaultCount(3, 'zh')).toBe('3 处错误，未连接任何控制器。');
  });

  it('are said in English too', () => {
    const loaded = loadPlant(writeSample(three));
    if (loaded.ok) throw new Error('expected faults');
    expect(loaded.faults.map((fault) => formatFault(fault, 'en').slice(-60))).toEqual([
      expect.stringContaining('the check digit should be 6, got 8'),
      expect.stringContaining('2oo3 needs 3 channels, here are 2: TZT-101A, TZT-101B'),
      expect.stringContaining('the address DB10.DBD40 is that of TZSHH-101.SP'),
    ]);
    expect(formatFaultCount(1, 'en')).toBe('1 fault; no controller was connected.');
  });

  it('name the file as the operator wrote its path', () => {
    const loaded = loadPlant(join('no-such-folder', 'plant.yaml'));
    expect(loaded).toMatchObject({ ok: false, faults: [{ file: join('no-such-folder', 'plant.yaml'), line: 1 }] });
    const file = writeSample(three);
    const files = loadPlant(file);
    if (files.ok) throw new Error('expected faults');
    expect(files.faults.map((fault) => fault.file)).toEqual([file, file, join(dirname(file), 'points.csv')]);
  });

  it.each([
    ['nothing', ''],
    ['a comment', '# later\n'],
    ['a list', '- a\n- b\n'],
    ['a word', 'tripline\n'],
    ['an alias of itself', 'tripline: 1\nunits: &a [*a]\n'],
    ['an alias of nothing', 'tripline: *a\n'],
    [
      'ten doublings',
      `a: &a [x, x]\n${[...'bcdefghijklm'].map((k, i) => `${k}: &${k} [${`*${'abcdefghijkl'[i]}, `.repeat(9)}]`).join('\n')}\n`,
    ],
    ['deep nesting', `units: ${'['.repeat(3000)}\n`],
    ['two documents', 'tripline: 1\n---\ntripline: 1\n'],
    ['a tag', 'tripline: !!js 1\n'],
  ])('are data where the file holds %s', (_, yaml) => {
    expect(loadPlant(writeFolder({ 'plant.yaml': yaml })).ok).toBe(false);
  });

  it('never throw, however the file is mangled', () => {
    const folder = writeSample();
    expect(folder).toContain('plant.yaml');
    const cut = fc.record({
      at: fc.nat(sampleYaml.length),
      drop: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom(
          '',
          ' ',
          '\n',
          '\n  ',
          ': ',
          '- ',
          '{',
          '}',
          '[',
          ']',
          '"',
          '#',
          '*',
          '&a ',
          '!',
          '|',
          '\t',
          '℃',
        ),
        fc.string({ maxLength: 8 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), fc.boolean(), (cuts, inList) => {
        const mangle = (text: string) =>
          cuts.reduce((before, { at, drop, put }) => {
            const from = at % (before.length + 1);
            return before.slice(0, from) + put + before.slice(from + drop);
          }, text);
        const files = {
          'plant.yaml': inList ? sampleYaml : mangle(sampleYaml),
          'points.csv': inList ? mangle(samplePoints) : samplePoints,
        };
        const loaded = loadPlant(writeFolder(files));
        if (loaded.ok) return;
        expect(loaded.faults.length).toBeGreaterThan(0);
        for (const fault of loaded.faults) {
          expect(fault.line).toBeGreaterThan(0);
          expect(formatFault(fault, 'zh')).not.toBe('');
          expect(formatFault(fault, 'en')).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('claims on the catalogue', () => {
  const knownRows = (id: string) =>
    /^P03-C0[1-7]$/.test(id) ? { triggers: ['氯化反应釜温度', '温度'], actions: ['切断氯化剂', '报警'] } : undefined;

  it('are checked where the catalogue is given', () => {
    const file = writeSample([
      ['trigger: 氯化反应釜温度', 'trigger: 氯化反应釜湿度'],
      ['action: 切断氯化剂', 'action: 停车'],
      ['function: P03-C07', 'function: P03-C17'],
    ]);
    expect(faultLines(file)).toEqual([]);
    expect(faultLines(file, { knownRows })).toEqual([
      'plant.yaml:36:39  functions.SIF-101.covers[0].trigger  P03-C01 没有触发参数“氯化反应釜湿度”，只有：氯化反应釜温度、温度（是否为“氯化反应釜温度”？）',
      'plant.yaml:36:56  functions.SIF-101.covers[0].action  P03-C01 没有动作“停车”，只有：切断氯化剂、报警',
      'plant.yaml:81:26  functions.PSV-101.covers[0].function  目录中没有 P03-C17',
    ]);
  });

  it('are of a process that the catalogue has', () => {
    const one = writeSample([['    process: P03\n', '    process: P99\n']]);
    expect(faultLines(one, { knownRows })[0]).toBe(
      'plant.yaml:11:14  units.U100.process               目录中没有工艺 P99',
    );
    const many = writeSample([['    process: P03\n', '    processes: [P03, P98]\n']]);
    expect(faultLines(many, { knownRows })).toEqual([
      'plant.yaml:11:22  units.U100.processes[1]          目录中没有工艺 P98',
    ]);
  });

  const rowsOfTwo = (id: string) => (/^P04-C0\d$/.test(id) ? { triggers: [], actions: [] } : knownRows(id));
  const stated = (declaration: string, covered = 'P04-C01') =>
    faultLines(
      writeSample([
        ['function: P03-C07', `function: ${covered}`],
        ['\ndocuments:', `\ndeclarations:\n  - ${declaration}\n\ndocuments:`],
      ]),
      { knownRows: rowsOfTwo },
    ).map((line) => line.replace(/^\S+\s+/, ''));

  it('may be of a process that the unit is stated to be counted among', () => {
    expect(stated('{ what: inside-p04, of: U100, is: present }')).toEqual([]);
    const claim = 'functions.PSV-101.covers[0].function';
    for (const other of ['{ what: inside-p04, of: U100, is: absent }', '{ what: inside-p05x, of: U100, is: present }'])
      expect(stated(other).map((line) => line.split(' ')[0])).toEqual([claim]);
  });

  it('are refused where a statement to be counted in names no process or no unit, and would count for nothing', () => {
    const said = (declaration: string) => stated(declaration, 'P03-C07').map((line) => line.replace(/\s+/g, ' '));
    expect(said('{ what: inside-p99, of: U100, is: present }')).toEqual(['declarations[0].what 目录中没有工艺 P99']);
    expect(said('{ what: inside-p4, of: U100, is: present }')).toEqual(['declarations[0].what 目录中没有工艺 P4']);
    expect(said('{ what: inside-p04, is: present }')).toEqual([
      'declarations[0].what inside-p04 说的是装置，须用 of 写明是哪个装置',
    ]);
    expect(said('{ what: inside-p04, of: SIS, is: present }')).toEqual([
      'declarations[0].what inside-p04 说的是装置，须用 of 写明是哪个装置',
    ]);
  });
});
