import { describe, expect, it } from 'vitest';
import { goldenText } from './golden-text.test-data.ts';
import { reportModel } from './model.ts';
import { sampleDemand } from './sample-demand.test-data.ts';

const { sections } = reportModel(sampleDemand(), 'zh');

describe('what was seen of a demand', () => {
  it.each(['causeEffect', 'trends', 'controllers'] as const)('%s says what its golden text holds', async (name) => {
    await expect(goldenText(sections[name])).toMatchFileSnapshot(`./golden/demand-${name}.txt`);
  });

  it('gives each cell the verdict of the record and nothing more', () => {
    const signs = sections.causeEffect.units.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.map((row) => [row.cause, ...row.signs.map(({ sign }) => sign)])),
    );
    expect(signs).toEqual([
      ['2oo3 TZT-101A、TZT-101B、TZT-101C > 120 ℃', 'acted', 'missing', 'unknown', 'undeclared'],
      ['HS-101（手动停车）', 'not-observed', 'not-observed', 'not-observed', 'undeclared'],
      ['PZT-101 > 0.46 ℃', 'undeclared', 'undeclared', 'undeclared', 'not-observed'],
      ['没有触发条件', 'undeclared', 'undeclared', 'undeclared', 'unexpected'],
    ]);
  });

  it('breaks a curve where nothing was read, and draws the trip where it was read', () => {
    const [trend] = sections.trends.trends;
    expect(trend?.series.map(({ pieces, gaps }) => [pieces.length, gaps.length])).toEqual([
      [1, 0],
      [2, 2],
      [1, 0],
    ]);
    expect(trend?.lines.map(({ label }) => label)).toEqual(['联锁 140 ℃', '批准 120 ℃', '报警 110 ℃']);
  });

  it('shows a disagreement of the second reading first', () => {
    expect(sections.controllers.witness?.points.rows.map((row) => row[1])).toEqual(['TZSHH-101.SP', 'FFIC-102.MODE']);
  });
});
