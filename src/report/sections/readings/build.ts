import type { RecordedObservation } from '../../../audit/index.ts';
import { evidenceHeaders, observationRow, originText, readingAnchor } from '../../evidence-rows.ts';
import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';

/** The last observation of every declared point. */
export interface ReadingsModel {
  readonly title: string;
  readonly intro: string;
  readonly readings: TableModel;
}

/** Arranges the readings in the order of the plant file; a point that was never asked says so. */
export function buildReadings(source: Source): ReadingsModel {
  const { record, voice } = source;
  const last = new Map<string, RecordedObservation>();
  for (const observation of record.observations) last.set(observation.tag, observation);
  const dash = voice.say('report.dash');
  const never = voice.say('report.not-asked');
  const declared = [...record.plant.points.values()].map((point) => {
    const observation = last.get(point.tag);
    return observation === undefined
      ? [
          point.tag,
          originText(point.controller, source),
          point.written,
          dash,
          point.unit ?? dash,
          never,
          dash,
          dash,
          dash,
        ]
      : observationRow(observation, source);
  });
  const undeclared = [...last.values()].filter((it) => !record.plant.points.has(it.tag));
  const read = [...last.values()].filter((it) => it.kind === 'reading').length;
  return {
    title: voice.say('report.evidence-appendix'),
    intro: voice.say('report.readings-intro', { points: declared.length, read }),
    readings: {
      headers: evidenceHeaders(voice),
      rows: [...declared, ...undeclared.map((observation) => observationRow(observation, source))],
      anchors: [...record.plant.points.keys(), ...undeclared.map((it) => it.tag)].map(readingAnchor),
    },
  };
}
