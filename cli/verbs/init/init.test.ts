import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listening } from '../../listening.test-data.ts';
import { runVerb } from '../../run-verb.test-data.ts';
import { down, enter, space, type Typed, typingPerson } from '../../typing-person.test-data.ts';
import { runInit } from './run-init.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tripline-init-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string) {
  const at = join(root, name);
  mkdirSync(at);
  return (file: string) => join(at, file);
}
const noOptions = { sector: [], unit: [], controller: [] };
const enterprise = [
  '--enterprise',
  '桓台某某化工有限公司',
  '--uscc',
  '91370321MA3C000006',
  '--sector',
  'hazardous-chemicals',
];

const answers = `enterprise: { name: 某厂, uscc: 91370321MA3C000006, sectors: [hazardous-chemicals] }
units: { U100: { name: 氯化装置, process: P03, commissioned: 2012-06-01 } }
controllers:
  SIS: { role: sis, via: direct, endpoint: "s7://192.0.2.20?rack=0&slot=3" }
documents: { DOC-PSV: { title: 安全阀校验报告, date: 2017-06-20 } }
functions: { PSV-107: { name: 安全阀, unit: U100, covers: [{ function: P03-C07 }], document: DOC-PSV } }
`;

/** A plant after an import: functions without a word about what they cover, and a person's comment. */
const imported = `tripline: 1
points: points.csv
units:
  U100: { name: 氯化装置, process: P03 } # as in the approval
functions:
  SIF-101: # from the matrix
    name: 反应釜超温
    unit: U100
    manual: HS-1
    then: [{ element: XV-1, to: closed }]
  SIF-105: { name: 紧急进料切断, unit: U100, manual: HS-1, then: [{ element: XV-1, to: closed }] }
controllers:
  DCS: { role: bpcs, via: direct, endpoint: "modbus://192.0.2.1:502?unit=1" }
`;
const points = 'tag,controller,address,type,role,one_means\nHS-1,DCS,10001,bool,manual-trip,pressed\n';

describe('tripline init without questions', () => {
  it('writes a plant file that passes check from options alone, and says what is not known', async () => {
    const at = folder('options');
    const options = [
      ...enterprise,
      '--unit',
      'U100=氯化装置:P03',
      '--controller',
      'SIS=sis:direct:s7://192.0.2.20?rack=0&slot=3',
    ];
    const { code, out, err } = await runVerb(['init', at('plant.yaml'), '--yes', ...options], 'zh');
    expect([code, err]).toEqual([0, expect.stringContaining('tripline import')]);
    expect(out).toContain('P03-C01');
    expect(out).toContain('U100 是否大型或高度危险');
    expect(out).toContain('没有点：用 tripline import 导入点表');
    expect(out).toMatch(/U100 {2}P03-C05 .*由什么功能实现/);
    expect((await runVerb(['check', at('plant.yaml')], 'zh')).code).toBe(0);
  });

  it('takes the answers of a file; a second time it changes nothing', async () => {
    const at = folder('answers');
    writeFileSync(at('answers.yaml'), answers);
    const argv = ['init', at('plant.yaml'), '--yes', '--answers', at('answers.yaml')];
    expect((await runVerb(argv, 'en')).code).toBe(0);
    const plant = readFileSync(at('plant.yaml'), 'utf8');
    expect(parse(plant)).toMatchObject({
      enterprise: { name: '某厂' },
      functions: { 'PSV-107': { document: 'DOC-PSV' } },
    });
    const again = await runVerb(argv, 'en');
    expect([again.code, readFileSync(at('plant.yaml'), 'utf8')]).toEqual([0, plant]);
    expect(again.err).toContain('nothing changed');
    expect(again.out).not.toContain('which function does P03-C07');
  });

  it('adds to a plant file of an import beside what stands there, comments included', async () => {
    const at = folder('imported');
    writeFileSync(at('plant.yaml'), imported);
    writeFileSync(at('points.csv'), points);
    writeFileSync(
      at('answers.yaml'),
      'covers: { SIF-101: [{ function: P03-C01, trigger: 氯化反应釜温度 }], SIF-105: [{ function: P03-C05 }] }\n',
    );
    const argv = ['init', at('plant.yaml'), '--yes', '--answers', at('answers.yaml'), ...enterprise];
    const { code, out } = await runVerb(argv, 'zh');
    expect(code).toBe(0);
    const now = readFileSync(at('plant.yaml'), 'utf8');
    for (const line of ['# as in the approval', '  SIF-101: # from the matrix', '    name: 反应釜超温'])
      expect(now).toContain(line);
    expect(parse(now).functions['SIF-101'].covers).toEqual([{ function: 'P03-C01', trigger: '氯化反应釜温度' }]);
    expect(out).toContain('P03-C01 中没有功能承担的：氯化反应釜压力');
    expect((await runVerb(argv, 'zh')).err).toContain('没有变化');
    expect(readFileSync(at('plant.yaml'), 'utf8')).toBe(now);
  });

  it.each([
    ['a necessary answer is missing', ['--unit', 'U1=装置'], '缺少必要的答案：uscc（选项 --uscc'],
    ['the check digit is wrong', [...enterprise.with(3, '91370321MA3C000008'), '--unit', 'U1=装置'], '校验位'],
    ['a unit has a process that the catalogue does not have', [...enterprise, '--unit', 'U1=装置:P99'], 'P99'],
    ['an option cannot be read', [...enterprise, '--unit', '装置'], '--unit 的“装置”看不懂'],
    [
      'a function is not there',
      [...enterprise, '--unit', 'U1=装置', '--answers', 'covers'],
      '功能 SIF-9 不在装置文件中',
    ],
  ])('writes nothing where %s', async (name, options, said) => {
    const at = folder(name.replaceAll(' ', '-'));
    const file = `${at('answers')}.yaml`;
    writeFileSync(file, 'covers: { SIF-9: [{ function: P03-C01 }] }\n');
    const argv = options.map((each) => (each === 'covers' ? file : each));
    const { code, err } = await runVerb(['init', at('plant.yaml'), '--yes', ...argv], 'zh');
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(existsSync(at('plant.yaml'))).toBe(false);
    expect(existsSync(at('points.csv'))).toBe(false);
  });
});

describe('tripline init with questions', () => {
  it('asks from the beginning: who, what, where; a wrong answer is asked again', async () => {
    const at = folder('asked');
    const typed: readonly Typed[] = [
      ['name of the enterprise', '某厂', enter],
      ['unified social credit code', '91370321MA3C000008', enter],
      ['check digit should be 6', ...Array<string>(18).fill('\u007F'), '91370321MA3C000006', enter],
      ['town, empty', enter],
      ['sectors (space', space, enter],
      ['id of a unit', 'U100', enter],
      ['name of the unit', '氯化装置', enter],
      ['key-supervised processes', down, down, space, enter],
      ['commissioned on', '2012-06-01', enter],
      ['large or highly hazardous', down, down, enter],
      ['title of the document', '设计专篇', enter],
      ['date of the document', '2012-03-20', enter],
      ['another unit?', enter],
      ['declare controllers now?', 'y', enter],
      ['name of a controller', 'GDS', enter],
      ['what it is', down, down, enter],
      ['how it is read', enter],
      ['endpoint, such as', 'modbus://192.0.2.30:502?unit=1', enter],
      ['word order', down, down, enter],
      ['another controller?', enter],
      // Rows that only a document can prove; functions there are none yet.
      ['P03-C04', enter],
      ['P03-C07', down, enter],
      ['relief valve PSV-107', '安全阀 PSV-107', enter],
      ['title of the document', '安全阀校验报告', enter],
      ['date of the document', '2017-06-20', enter],
      ['P03-C11', enter],
    ];
    const person = typingPerson(typed);
    const said = listening('en');
    const code = await runInit(at('plant.yaml'), noOptions, said.io, person);
    expect([code, person.left(), said.err.slice(0, -1)]).toEqual([0, [], []]);
    const plant = parse(readFileSync(at('plant.yaml'), 'utf8'), { schema: 'failsafe' });
    expect(plant).toMatchObject({
      enterprise: { name: '某厂', uscc: '91370321MA3C000006', sectors: ['hazardous-chemicals'] },
      units: { U100: { name: '氯化装置', processes: ['P03'], scale: { value: 'large', document: 'DOC-SCALE-U100' } } },
      controllers: { GDS: { role: 'gds', via: 'direct', word_order: 'CDAB' } },
      functions: { 'U100-P03-C07': { document: 'DOC-P03-C07-U100', covers: [{ function: 'P03-C07' }] } },
    });
    expect((await runVerb(['check', at('plant.yaml')], 'en')).code).toBe(0);
    expect(said.out.join('\n')).not.toContain('whether U100 is large');
  }, 20_000);

  it('helps to map each required function to what was imported; what nobody answers stays not known', async () => {
    const at = folder('mapped');
    writeFileSync(at('plant.yaml'), imported);
    writeFileSync(at('points.csv'), points);
    const skipped = (row: string): Typed => [row, enter];
    const typed: readonly Typed[] = [
      ['name of the enterprise', '某厂', enter],
      ['unified social credit code', '91370321MA3C000006', enter],
      ['town, empty', enter],
      ['sectors (space', space, enter],
      ['P03-C01', space, enter],
      ['triggers of P03-C01', space, enter],
      ['actions of P03-C01', 'a', enter],
      ...['P03-C02', 'P03-C03', 'P03-C04'].map(skipped),
      ['P03-C05', space, enter],
      ['triggers of P03-C05', 'a', enter],
      ...['P03-C06', 'P03-C07', 'P03-C08', 'P03-C09', 'P03-C10', 'P03-C11'].map(skipped),
    ];
    const person = typingPerson(typed);
    const said = listening('en');
    const code = await runInit(at('plant.yaml'), noOptions, said.io, person);
    expect([code, person.left()]).toEqual([0, []]);
    const { functions } = parse(readFileSync(at('plant.yaml'), 'utf8'));
    // The function that shares most words with the row stands first, and is never preselected.
    expect(functions['SIF-101'].covers).toEqual([{ function: 'P03-C01', trigger: '氯化反应釜温度' }]);
    expect(functions['SIF-105'].covers).toEqual([{ function: 'P03-C05' }]);
    expect(said.out.join('\n')).toMatch(/which function does P03-C06/);
  }, 20_000);

  it('writes nothing when it is interrupted', async () => {
    const at = folder('interrupted');
    const person = typingPerson([
      ['name of the enterprise', '某厂', enter],
      ['unified social credit code', '\u0003'],
    ]);
    const said = listening('en');
    expect(await runInit(at('plant.yaml'), noOptions, said.io, person)).toBe(130);
    expect(said.err).toEqual(['interrupted, nothing was written']);
    expect(readdirSync(join(root, 'interrupted'))).toEqual([]);
  });
});

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
const script = spawnSync('script', ['--version'], { encoding: 'utf8' });

describe('tripline init as a process', () => {
  it('says clearly that nobody can be asked where there is no terminal', () => {
    const argv = ['--import', 'tsx', main, 'init', join(root, 'none.yaml'), '--lang', 'en'];
    const run = spawnSync(process.execPath, argv, { encoding: 'utf8', input: '' });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('standard input is no terminal, nothing can be asked; say --yes');
  }, 20_000);

  const why = script.status === 0 ? '' : ' (skipped: this computer has no script(1))';
  it.skipIf(script.status !== 0)(
    `asks on a terminal of its own${why}`,
    async () => {
      const command = `"${process.execPath}" --import tsx "${main}" init "${join(root, 'pty.yaml')}" --lang en`;
      const run = spawn('script', ['-qec', command, '/dev/null']);
      let seen = '';
      run.stdout.on('data', (chunk) => {
        const before = seen;
        seen += String(chunk);
        const asks = (question: string) => !before.includes(question) && seen.includes(question);
        if (asks('name of the enterprise')) run.stdin.write('Plant\r');
        if (asks('unified social credit code')) run.stdin.write('\u0003');
      });
      const [code] = await once(run, 'exit');
      expect(seen).toContain('interrupted, nothing was written');
      expect([code, existsSync(join(root, 'pty.yaml'))]).toEqual([130, false]);
    },
    30_000,
  );
});
