import { describe, expect, it } from 'vitest';
import { reportModel } from './model.ts';
import { sampleRecord } from './sample-record.test-data.ts';
import { textOfPdf } from './verification/text-of-pdf.ts';
import { pdfOf } from './write-pdf.ts';

/** The sample with so many units; the last one is the worst. */
function plantOf(count: number) {
  const record = sampleRecord();
  const [unit] = record.coverage.units;
  const [declared] = record.plant.units;
  if (unit === undefined || declared === undefined) throw new Error('the sample has a unit');
  const ids = Array.from({ length: count }, (_, index) => `U${100 + index}`);
  return sampleRecord({
    plant: { ...record.plant, units: ids.map((id, index) => ({ ...declared, id, name: `氯化装置${index + 1}` })) },
    coverage: {
      ...record.coverage,
      units: ids.map((id, index) => ({ ...unit, unit: id, ...(index === count - 1 ? { fail: 9 } : {}) })),
    },
  });
}

describe('the conclusion of a plant with many units', () => {
  it.each([
    [3, 'zh'],
    [4, 'zh'],
    [12, 'zh'],
    [12, 'en'],
    [60, 'zh'],
    [60, 'en'],
  ] as const)('%i units stand on one page in %s, behind a cover of one page', async (count, language) => {
    const model = reportModel(plantOf(count), language);
    const pages = textOfPdf(await pdfOf({ ...model, shown: ['cover', 'conclusion', 'traffic'] }));
    const conclusion = pages[1] ?? '';
    expect(pages[0]).toContain(language === 'zh' ? '工具提出建议' : 'Thetoolproposes');
    expect(conclusion).toContain(language === 'zh' ? '核查结论' : 'Conclusion');
    // Its last sentence stands on the same page.
    expect(conclusion).toContain(language === 'zh' ? '工具提出建议，由主管部门决定' : 'Thetoolproposes');
    expect(conclusion).toContain(`氯化装置${count}U${99 + count}`);
    if (count <= 12) for (let unit = 1; unit <= count; unit += 1) expect(conclusion).toContain(`氯化装置${unit}`);
  });

  it('adds the units that do not fit up, and names the worst', async () => {
    const model = reportModel(plantOf(60), 'zh');
    const [, conclusion = ''] = textOfPdf(await pdfOf({ ...model, shown: ['cover', 'conclusion'] }));
    const [, hidden = '', pass = '', fail = ''] =
      /其余(\d+)个装置合计（见覆盖矩阵）(\d+)\/(\d+)\//.exec(conclusion) ?? [];
    expect(Number(hidden)).toBeGreaterThan(10);
    expect(Number(pass)).toBe(5 * Number(hidden));
    expect(Number(fail)).toBe(3 * Number(hidden));
    expect(conclusion).toContain('氯化装置60U1595/9/2');
  });
});
