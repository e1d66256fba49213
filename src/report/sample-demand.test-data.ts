import type { AuditRecord, Outcome, RecordedObservation } from '../audit/index.ts';
import { text } from '../messages/index.ts';
import type { Cause, Effect, SafetyFunction } from '../plant/index.ts';
import { sampleRecord } from './sample-record.test-data.ts';

const startUtc = Date.parse('2018-02-01T02:00:00.000Z');

const cause = (channels: readonly string[], above: number, more: Partial<Cause> = {}): Cause => ({
  vote: { needed: Math.min(2, channels.length), of: channels.length },
  channels,
  trip: {
    direction: 'above',
    kind: 'readable',
    value: { value: above, unit: '℃' },
    setpoint: 'TZSHH-101.SP',
    approved: { document: 'DOC-SRS' },
  },
  alarm: { direction: 'above', value: { value: 110, unit: '℃' } },
  bypasses: [],
  forces: [],
  diagnostics: [],
  ...more,
});
const effects: readonly Effect[] = [
  { element: 'XZV-101', to: 'closed' },
  { element: 'XZV-103', to: 'open' },
  { element: 'K-801', to: 'running' },
];

/** Temperatures of three channels over ten seconds; the second one is lost for two of them. */
function temperatures(): readonly RecordedObservation[] {
  return ['TZT-101A', 'TZT-101B', 'TZT-101C'].flatMap((tag, channel) =>
    Array.from({ length: 11 }, (_, second): RecordedObservation => {
      const at = { utc: startUtc + second * 1000, monotonicMs: second * 1000 };
      const common = { tag, at, evidence: 1000 + channel * 100 + second, sample: second };
      if (channel === 1 && (second === 4 || second === 5))
        return { ...common, kind: 'silence', fault: { kind: 'timeout', during: 'read', afterMs: 2000 } };
      return {
        ...common,
        kind: 'reading',
        value: 100 + second * 5 + channel,
        type: 'float32',
        quality: 'good',
        raw: new Uint8Array(4),
        exchange: 3,
      };
    }),
  );
}

/** The sample with a demand: one valve follows it, one does not, a compressor cannot be judged, and nothing trips the manual shutdown. */
export function sampleDemand(): AuditRecord {
  const record = sampleRecord();
  const [first] = record.outcomes;
  if (first === undefined) throw new Error('the sample has outcomes');
  const part = (element: string, result: 'pass' | 'fail' | 'unknown') => ({
    part: `action TZT-101A TZT-101B TZT-101C → ${element}`,
    result,
    missing: result === 'unknown' ? [{ of: 'GDS', why: text('audit.never-read') }] : [],
    evidence: [],
  });
  const acted: Outcome = {
    ...first,
    id: 'trip-acts@SIF-101',
    rule: 'trip-acts',
    parts: [part('XZV-101', 'pass'), part('XZV-103', 'fail'), part('K-801', 'unknown')],
  };
  const causeless: Outcome = {
    ...first,
    id: 'effect-has-cause@SIF-105',
    rule: 'effect-has-cause',
    parts: [{ part: 'cause of XZV-105', result: 'fail', missing: [], evidence: [] }],
  };
  const functions = record.plant.functions.map((it): SafetyFunction => {
    if (it.id === 'SIF-101')
      return { ...it, causes: [cause(['TZT-101A', 'TZT-101B', 'TZT-101C'], 120)], effects, manual: 'HS-101' };
    if (it.id === 'SIF-105')
      return { ...it, causes: [cause(['PZT-101'], 0.46)], effects: [{ element: 'XZV-105', to: 'closed' }] };
    return it;
  });
  const points = new Map(record.plant.points);
  const others = record.observations.filter(({ tag }) => !tag.startsWith('TZT-'));
  return {
    ...record,
    plant: { ...record.plant, functions, points },
    observations: [...others, ...temperatures()],
    outcomes: [...record.outcomes, acted, causeless],
    witness: [
      {
        controller: 'SIS',
        tag: 'MOS-104',
        implementation: 'nodes7',
        verdict: 'agrees',
        ours: true,
        theirs: true,
        evidence: 400,
      },
      {
        controller: 'SIS',
        tag: 'TZSHH-101.SP',
        implementation: 'nodes7',
        verdict: 'disagrees',
        ours: 140,
        theirs: 120,
        because: text('witness.disagree', { ours: '140', theirs: '120' }),
        evidence: 401,
      },
      {
        controller: 'DCS',
        tag: 'FFIC-102.MODE',
        implementation: 'none',
        verdict: 'not-compared',
        because: text('witness.not-read'),
        evidence: 402,
      },
    ],
  };
}
