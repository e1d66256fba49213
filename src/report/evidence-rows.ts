import type { RecordedObservation } from '../audit/index.ts';
import { describeFault } from '../protocols/index.ts';
import type { EvidenceEntry } from './evidence-index.ts';
import type { Source } from './source.ts';
import type { TableModel } from './table-model.ts';
import { plantTime, printable, valueText } from './words/index.ts';

/** The entries that an outcome cites as a table: of each tag the last observation, with the count of the earlier ones. */
export function evidenceTable(numbers: readonly number[], source: Source): TableModel {
  const { voice, evidence } = source;
  const rows: (readonly string[])[] = [];
  const byTag = new Map<string, RecordedObservation[]>();
  for (const number of numbers) {
    const entry = evidence.get(number);
    // It stands behind the number of the entry that it confirms.
    if (entry?.kind === 'confirmation') continue;
    if (entry?.kind !== 'observation') rows.push(otherRow(number, entry, source));
    else byTag.set(entry.is.tag, [...(byTag.get(entry.is.tag) ?? []), entry.is]);
  }
  const readings = [...byTag.values()].flatMap((observations) => {
    const last = observations.at(-1);
    if (last === undefined) return [];
    const row = observationRow(last, source);
    return [observations.length === 1 ? row : [...row.slice(0, -1), numbersText(observations, source)]];
  });
  const links = [...[...byTag.keys()].map(readingAnchor), ...rows.map(() => undefined)];
  return { headers: evidenceHeaders(voice), rows: [...readings, ...rows], links };
}

/** The place of a tag in the appendix of evidence; links name it. */
export function readingAnchor(tag: string): string {
  return `reading ${tag}`;
}

/** Headers of every table of evidence. */
export function evidenceHeaders(voice: Source['voice']): readonly string[] {
  return (['tag', 'origin', 'address', 'value', 'unit', 'quality', 'source-time', 'our-time', 'evidence'] as const).map(
    (name) => voice.say(`report.${name}`),
  );
}

/** One observation as a row; a silence says why there is no value. */
export function observationRow(observation: RecordedObservation, { record, voice }: Source): readonly string[] {
  const point = record.plant.points.get(observation.tag);
  const dash = voice.say('report.dash');
  const head = [observation.tag, originText(point?.controller, { record, voice }), point?.written ?? dash];
  const at = plantTime(observation.at.utc) ?? dash;
  const number = [observation.evidence, observation.confirmation ?? []].flat().join(', ');
  if (observation.kind === 'silence') {
    const why = voice.tell(describeFault(observation.fault));
    return [...head, dash, point?.unit ?? dash, voice.say('report.no-reading', { why }), dash, at, number];
  }
  const quality = voice.say(`report.quality-${observation.quality}`);
  const status = observation.quality === 'good' ? undefined : observation.status?.name;
  const { sourceTime } = observation;
  return [
    ...head,
    valueText(observation, point, voice),
    point?.unit ?? dash,
    status === undefined ? quality : `${quality} ${printable(status)}`,
    sourceTime === undefined ? dash : (plantTime(sourceTime) ?? voice.say('report.no-such-time')),
    at,
    number,
  ];
}

/** The controller that a value came from and by which way. */
export function originText(
  controller: string | undefined,
  { record, voice }: Pick<Source, 'record' | 'voice'>,
): string {
  const declared = record.plant.controllers.find((it) => it.id === controller);
  if (controller === undefined || declared === undefined) return voice.say('report.dash');
  // A way that has a name of its own stands below the controller's, where a narrow column would tear it.
  return `${controller}${declared.via === 'direct' ? ' ' : '\n'}${voice.say(`report.via-${declared.via}`)}`;
}

function numbersText(observations: readonly RecordedObservation[], { voice }: Source): string {
  const numbers = observations.map((it) => it.evidence);
  return voice.say('report.evidence-range', {
    first: Math.min(...numbers),
    last: Math.max(...numbers),
    count: numbers.length,
  });
}

function otherRow(number: number, entry: EvidenceEntry | undefined, source: Source): readonly string[] {
  const { voice } = source;
  const dash = voice.say('report.dash');
  const row = (tag: string, origin: string, address: string, value: string, at = dash): readonly string[] => [
    tag,
    origin,
    address,
    value,
    dash,
    dash,
    dash,
    at,
    String(number),
  ];
  if (entry === undefined || entry.kind === 'observation' || entry.kind === 'confirmation')
    return row(dash, dash, dash, voice.say('report.evidence-not-kept'));
  if (entry.kind === 'unit-state') {
    return row(entry.is.unit, voice.say('report.unit-state'), dash, voice.say(`audit.state-${entry.is.is}`));
  }
  if (entry.kind === 'controller') {
    const { id, endpoint, self, fault } = entry.is;
    const value =
      fault === undefined ? voice.say(`report.run-${self?.runState ?? 'unknown'}`) : voice.tell(describeFault(fault));
    return row(id, originText(id, source), endpoint, value);
  }
  const { controller, what, sent } = entry.is;
  return row(controller, originText(controller, source), dash, printable(what), plantTime(sent.utc) ?? dash);
}
