import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { sampleRecord } from '../../sample-record.test-data.ts';
import { auditWorkbook } from './audit-workbook.ts';

const record = sampleRecord();

describe('the workbook', () => {
  it('is the same bytes for the same record', async () => {
    expect(Buffer.compare(await auditWorkbook(record, 'zh'), await auditWorkbook(record, 'zh'))).toBe(0);
  });

  it('adds up to the counts of the record', async () => {
    const { sheets } = await readXlsx(await auditWorkbook(record, 'zh'));
    const conclusion = new Map(sheets[0]?.rows.map(([label, value]) => [label, value]));
    const { required, pass, fail, unknown } = record.coverage.all;
    expect(conclusion.get('应有控制功能')).toBe(required);
    expect([conclusion.get('符合'), conclusion.get('不符合'), conclusion.get('无法核实')]).toEqual([
      pass,
      fail,
      unknown,
    ]);
    const findings = record.outcomes.filter(({ result }) => result === 'fail').length;
    expect(sheets[1]?.rows).toHaveLength(findings + 1);
  });

  it('holds no formula, whatever a name looks like', async () => {
    const { plant } = record;
    const hostile = { ...record, plant: { ...plant, enterprise: { ...plant.enterprise, name: '=HYPERLINK("x")' } } };
    const { sheets } = await readXlsx(await auditWorkbook(hostile, 'zh'));
    expect(sheets[0]?.rows[1]?.[0]).toBe('=HYPERLINK("x")');
    for (const sheet of sheets) for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
  });
});
