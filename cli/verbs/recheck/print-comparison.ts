import type { AuditRecord, RecordedObservation } from '../../../src/audit/index.ts';
import { say } from '../../../src/messages/index.ts';
import { describeFault } from '../../../src/protocols/index.ts';
import { comparePoints, type RecheckVerdict } from '../../../src/rectification/index.ts';
import { localTime } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** Prints each finding with its points before and after, side by side, and the verdict of the machine. */
export function printComparison(
  {
    before,
    after,
    verdicts,
    json,
  }: {
    readonly before: AuditRecord;
    readonly after: AuditRecord;
    readonly verdicts: ReadonlyMap<string, RecheckVerdict>;
    readonly json: boolean;
  },
  io: Terminal,
): void {
  const findings = [...verdicts].flatMap(([id, { verdict, because }]) => {
    const outcome = before.outcomes.find((each) => each.id === id);
    if (outcome === undefined) return [];
    const later = after.outcomes.find((each) => each.id === id);
    const points = comparePoints({ record: before, outcome }, { record: after, outcome: later });
    return [{ id, outcome, verdict, because, points }];
  });
  if (json) {
    const documents = findings.map(({ id, verdict, because, points }) => ({
      id,
      verdict,
      because: because.map((it) => say(it, io.language)),
      points: points.map(({ tag, before: was, after: is }) => ({ tag, before: viewOf(was), after: viewOf(is) })),
    }));
    const { header, chainHead } = after;
    const cites = { audit: before.header.id, head: before.chainHead };
    io.print(JSON.stringify({ audit: header.id, head: chainHead, cites, findings: documents }, null, 2));
    return;
  }
  io.print(
    io.say('rectification.recheck-head', {
      audit: after.header.id,
      date: after.header.observationDate,
      first: before.header.id,
      firstDate: before.header.observationDate,
      head: before.chainHead.slice(0, 16),
    }),
  );
  for (const { id, outcome, verdict, because, points } of findings) {
    io.print(`${id}  ${io.say(`rectification.verdict-${verdict}`)}`);
    io.print(`  ${outcome.statement[io.language]}`);
    for (const { tag, before: was, after: is } of points)
      io.print(
        io.say('rectification.recheck-point', { tag, before: lineOf(was, before, io), after: lineOf(is, after, io) }),
      );
    for (const sentence of because) io.print(`  ${say(sentence, io.language)}`);
  }
}

function lineOf(it: RecordedObservation | undefined, { plant }: AuditRecord, io: Terminal): string {
  if (it === undefined) return io.say('rectification.recheck-not-read');
  if (it.kind === 'silence') return say(describeFault(it.fault), io.language);
  const unit = plant.points.get(it.tag)?.unit;
  const value = `${typeof it.value === 'number' ? Number(it.value.toPrecision(7)) : String(it.value)}`;
  const source =
    it.sourceTime === undefined ? '' : ` ${io.say('rectification.recheck-source', { time: localTime(it.sourceTime) })}`;
  return `${value}${unit === undefined ? '' : ` ${unit}`} ${it.quality} ${localTime(it.at.utc)}${source}`;
}

function viewOf(it: RecordedObservation | undefined) {
  if (it === undefined) return null;
  if (it.kind === 'silence') return { silence: it.fault, at: localTime(it.at.utc) };
  const { quality, sourceTime, serverTime, at } = it;
  return {
    value: typeof it.value === 'bigint' ? it.value.toString() : it.value,
    quality,
    ...(sourceTime === undefined ? {} : { sourceTime: localTime(sourceTime) }),
    ...(serverTime === undefined ? {} : { serverTime: localTime(serverTime) }),
    at: localTime(at.utc),
  };
}
