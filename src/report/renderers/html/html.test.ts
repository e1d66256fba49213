import { describe, expect, it } from 'vitest';
import { reportModel } from '../../model.ts';
import { sampleRecord } from '../../sample-record.test-data.ts';
import { htmlOf } from './index.ts';

const record = sampleRecord();
const html = htmlOf(reportModel(record, 'zh'));

describe('the report as HTML', () => {
  it('is the same for the same record, and needs nothing from outside', () => {
    expect(htmlOf(reportModel(record, 'zh'))).toBe(html);
    expect(html).not.toMatch(/(?:src|href)="(?!#)|url\(|@import|<script/i);
  });

  it('says the counts of the record, and never 合格 where something is unknown', () => {
    const { required, pass, fail, unknown } = record.coverage.all;
    expect(html).toContain(`应有 ${required} 项控制功能：${pass} 项符合，${fail} 项不符合，${unknown} 项无法核实`);
    expect(html.replaceAll('不合格', '')).not.toMatch(/结论[^<]*合格/);
  });

  it('has a cell for every header in every row', () => {
    for (const [, head = '', body = ''] of html.matchAll(/<table><thead>(.*?)<\/thead><tbody>(.*?)<\/tbody>/gs)) {
      const headers = head.match(/<th /g)?.length;
      for (const row of body.split('</tr>').slice(0, -1)) expect(row.match(/<td /g)?.length, row).toBe(headers);
    }
  });

  it('writes what a device or a file brought in as text', () => {
    const { plant } = record;
    const enterprise = { ...plant.enterprise, name: '<img src=x onerror="alert(1)">&化工' };
    const hostile = htmlOf(reportModel({ ...record, plant: { ...plant, enterprise } }, 'zh'));
    expect(hostile).not.toContain('<img');
    expect(hostile).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;化工');
  });
});
