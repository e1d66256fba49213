import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '../audit/index.ts';
import { goldenText } from './golden-text.test-data.ts';
import { reportModel } from './model.ts';
import { sampleDemand } from './sample-demand.test-data.ts';
import { sampleRecord } from './sample-record.test-data.ts';

/** The record with every part that passed or failed resting on samples over the window. */
function sampled(record: AuditRecord): AuditRecord {
  const sampling = { samples: 31, spanMs: 60_000, longestMs: 2140 };
  return {
    ...record,
    outcomes: record.outcomes.map((outcome) => ({
      ...outcome,
      parts: outcome.parts.map((part) =>
        part.result === 'pass' || part.result === 'fail' ? { ...part, sampling } : part,
      ),
    })),
    controllers: record.controllers.map((it) => ({
      ...it,
      sampling: { rounds: 31, everyMs: 2000, longestMs: 2140 },
    })),
  };
}

const fineness = '60.0 秒内 31 次，相邻两次最长相隔 2.1 秒';

describe('how finely was looked', () => {
  const { sections } = reportModel(sampled(sampleRecord()), 'zh');
  const before = reportModel(sampleRecord(), 'zh').sections;

  it('stands beside a finding that rests on it, and beside no other', () => {
    expect(sections.findings.findings.length).toBeGreaterThan(0);
    for (const { facts } of sections.findings.findings)
      expect(facts.find(({ label }) => label === '采样')?.value).toContain(fineness);
    expect(goldenText(before.findings)).not.toContain('采样');
  });

  it('stands above the matrix where actions were judged, and not where none was', () => {
    const demand = reportModel(sampled(sampleDemand()), 'zh').sections.causeEffect;
    expect(demand.sampling).toContain(fineness);
    expect(reportModel(sampleDemand(), 'zh').sections.causeEffect.sampling).toBeUndefined();
  });

  it('stands with each controller', () => {
    for (const { facts } of sections.controllers.controllers)
      expect(facts.find(({ label }) => label === '采样')?.value).toBe('31 轮，要求每 2.0 秒一轮，实际最长相隔 2.1 秒');
  });
});
