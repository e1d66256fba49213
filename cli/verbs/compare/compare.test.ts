import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chlorinationExports } from '../../../fixtures/imports/chlorination.ts';
import { importSamples } from '../../../fixtures/imports/samples.ts';
import { runVerb } from '../../run-verb.test-data.ts';

let folder: string;
let exports: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-compare-'));
  exports = new Map([...(await importSamples()), ...(await chlorinationExports())]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program: a block in structured text, one as a diagram, constants, variables at addresses. */
const program = `<?xml version="1.0" encoding="utf-8"?>
<project xmlns="http://www.plcopen.org/xml/tc6_0201">
  <types><pous>
    <pou name="ESD" pouType="program">
      <interface>
        <localVars constant="true">
          <variable name="HH" address="%MD200"><type><REAL/></type><initialValue><simpleValue value="120.0"/></initialValue></variable>
        </localVars>
      </interface>
      <body><ST><xhtml xmlns="http://www.w3.org/1999/xhtml">Trip := TZT_101A &gt; HH;
XZV_101 := NOT Trip;
</xhtml></ST></body>
    </pou>
    <pou name="VOTE" pouType="functionBlock">
      <body><FBD>
        <block localId="1" typeName="GE" width="40" height="40"><position x="100" y="20"/></block>
        <inVariable localId="2"><position x="20" y="20"/><expression>2</expression></inVariable>
      </FBD></body>
    </pou>
  </pous></types>
  <instances><configurations><configuration name="C1">
    <globalVars>
      <variable name="TZT_101A" address="%ID64"><type><REAL/></type></variable>
      <variable name="XZV_101" address="%QX4.0"><type><BOOL/></type></variable>
    </globalVars>
  </configuration></configurations></instances>
</project>
`;

const edited = (edits: readonly (readonly [string, string])[]) =>
  edits.reduce((source, [from, to]) => {
    if (!source.includes(from)) throw new Error(`the program has no ${from}`);
    return source.replace(from, to);
  }, program);

async function compared(before: string | Uint8Array, after: string | Uint8Array, ...more: readonly string[]) {
  const [first, second] = [join(folder, 'before'), join(folder, 'after')];
  writeFileSync(first, before);
  writeFileSync(second, after);
  return runVerb(['compare', first, second, ...more], 'zh');
}

describe('tripline compare', () => {
  it('says in whole what was changed in a program: a constant, an address, a block, a vote', async () => {
    const tampered = edited([
      ['value="120.0"', 'value="140.0"'],
      ['%QX4.0', '%QX4.1'],
      ['XZV_101 := NOT Trip;', 'XZV_101 := NOT Trip OR Bypass;'],
      ['<expression>2<', '<expression>3<'],
      [
        '<variable name="TZT_101A"',
        '<variable name="Bypass" address="%MX0.0"><type><BOOL/></type></variable><variable name="TZT_101A"',
      ],
    ]);
    const { code, out } = await compared(program, tampered);
    expect(code).toBe(1);
    await expect(`${out}\n`).toMatchFileSnapshot('golden/program.txt');
  });

  it('says the same as JSON, with the hash of each file', async () => {
    const { code, out } = await compared(program, edited([['value="120.0"', 'value="140.0"']]), '--json');
    expect(code).toBe(1);
    await expect(`${out}\n`).toMatchFileSnapshot('golden/program.json');
  });

  it.each([
    ['nothing', []],
    ['the drawing of a diagram', [['<position x="100" y="20"/>', '<position x="300" y="20"/>']]],
    ['how a number is written', [['value="120.0"', 'value="120"']]],
  ] as const)('has nothing to say where %s changed', async (_, edits) => {
    const { code, out } = await compared(program, edited(edits));
    expect(out).toContain('两份文件一致');
    expect(code).toBe(0);
  });

  it('knows a variable that got another name by its address', async () => {
    const { code, out } = await compared(program, edited([['name="XZV_101" address', 'name="XZV_101B" address']]));
    expect(out).toContain('改名  变量 XZV_101 → XZV_101B（地址和类型相同）');
    expect(out).not.toMatch(/新增|消失/);
    expect(code).toBe(1);
  });

  it('compares vendors’ lists and matrices', async () => {
    const kepware = new TextDecoder().decode(exports.get('kepware.csv'));
    const list = await compared(
      kepware,
      kepware.replace('"400001",Word,1,RO', '"400011",Word,1,R/W').replace('0,1.6', '0,2.5'),
    );
    expect(list.code).toBe(1);
    await expect(`${list.out}\n`).toMatchFileSnapshot('golden/kepware.txt');
    const matrix = exports.get('cause-effect.xlsx') ?? new Uint8Array();
    expect((await compared(matrix, matrix)).code).toBe(0);
    const unclear = (await importSamples()).get('cause-effect.xlsx') ?? new Uint8Array();
    expect((await compared(unclear, unclear)).code).toBe(3);
  });

  it('sees how often a program runs', async () => {
    const task = (interval: string): readonly [string, string] => [
      '<globalVars>',
      `<resource name="R"><task name="Fast" interval="${interval}" priority="1"/></resource><globalVars>`,
    ];
    const { code, out } = await compared(edited([task('T#20ms')]), edited([task('T#2s')]));
    expect(code).toBe(1);
    expect(out).toContain('程序块 task Fast');
  });

  it('is inconclusive where a row could not be compared, and never calls that agreement', async () => {
    const list = '位号,描述,地址\nTT-1,温度,1\nTT-1,温度,2\n-,备用,3\n';
    const { code, out } = await compared(list, list);
    expect(code).toBe(3);
    expect(out).not.toContain('一致');
    expect(out).toContain('未能比较  现在 R3 TT-1：位号重复，只比较了第一个');
    expect(out).toContain('未能比较  基线 R4：没有位号');
  });

  it('is a usage error where the files have nothing in common, or cannot be read', async () => {
    const other = await compared(program, '会议纪要,日期\n甲,乙\n');
    expect([other.code, other.out]).toEqual([2, '']);
    expect((await runVerb(['compare', join(folder, 'none'), join(folder, 'none')], 'en')).code).toBe(2);
  });
});
