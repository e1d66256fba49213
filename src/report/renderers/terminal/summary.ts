import type { AuditRecord } from '../../../audit/index.ts';
import type { Language } from '../../../messages/index.ts';
import { marksOf } from '../../marks.ts';
import { resumptionText } from '../../resumption-text.ts';
import { verdict } from '../../verdict.ts';
import { listText, shortHash, type Voice, voiceOf } from '../../words/index.ts';
import { controllerLines, helpLines } from './controller-lines.ts';
import { coverageLines } from './coverage-lines.ts';
import { doubtLines, findingLines } from './finding-lines.ts';
import { printLine, type SpanLine, span, wrap } from './span.ts';

/** How a summary is printed; `wrote` names the files that the audit left behind. */
export interface TerminalOptions {
  readonly language: Language;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly wrote?: readonly string[];
}

/** An audit on one screen. Wide characters are aligned; without colour there is no escape code in it. Ends with a line break. */
export function terminalSummary(record: AuditRecord, options: TerminalOptions): string {
  const { language, colour, width, wrote = [] } = options;
  const voice = voiceOf(language);
  const blocks: readonly (readonly SpanLine[])[] = [
    headLines(record, voice, width),
    [
      ...controllerLines(record, voice),
      windowLine(record, voice),
      ...(record.resumptions ?? []).flatMap((each) =>
        wrap(voice.tell(resumptionText(each, voice)), width - 2).map((line) => [span('  '), span(line, 'doubt')]),
      ),
    ],
    coverageLines(record, voice),
    findingLines(record, voice, width),
    [...doubtLines(record, voice, width), ...helpLines(record, voice, width)],
    endLines(record, voice, wrote),
  ];
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : [[], ...block]));
  return `${lines.map((line) => printLine(line, colour)).join('\n')}\n`;
}

function headLines(record: AuditRecord, voice: Voice, width: number): readonly SpanLine[] {
  const { plant, header, packs } = record;
  const head = [
    plant.enterprise.name,
    ...plant.units.map((unit) => `${unit.name} ${unit.id}`),
    voice.say('report.terminal-law-date', { date: header.lawDate }),
    voice.say('report.terminal-packs', {
      packs: listText(
        packs.map((pack) => pack.id),
        voice,
      ),
    }),
  ].join(' · ');
  return [
    ...wrap(head, width).map((line) => [span(line, 'strong')]),
    ...marksOf(record).map((mark) => [span(voice.tell(mark), 'doubt')]),
  ];
}

function windowLine({ header, unitStates }: AuditRecord, voice: Voice): SpanLine {
  const states = unitStates.map(({ unit, is, from, declaredBy }) => {
    const state = voice.say(`audit.state-${is}`);
    const basis = declaredBy !== undefined ? declaredBy : listText(from, voice);
    return voice.say('report.terminal-unit-state', { unit, state, basis });
  });
  const seconds = header.window.ms / 1000;
  return [span('  '), span(voice.say('report.terminal-window', { seconds, states: listText(states, voice) }))];
}

function endLines(record: AuditRecord, voice: Voice, wrote: readonly string[]): readonly SpanLine[] {
  const { sentence, tone } = verdict(record);
  const { exitCode } = record.conclusion;
  return [
    ...(wrote.length > 0 ? [[span(wrote.join('  '))]] : []),
    [span(voice.say('report.terminal-chain', { head: shortHash(record.chainHead) }))],
    [span(voice.say('report.terminal-conclusion', { sentence, exitCode }), tone)],
  ];
}
