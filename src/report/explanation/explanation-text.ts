import type { Language } from '../../messages/index.ts';
import { type Voice, voiceOf } from '../words/index.ts';
import type { Explanation, PartBehind } from './explain-outcome.ts';
import type { ExchangeBehind, ReadingBehind } from './reading-behind.ts';

/** An explanation as lines for a terminal, without colour. */
export function explanationText(it: Explanation, language: Language): string {
  const voice = voiceOf(language);
  const line = (label: Parameters<Voice['say']>[0], value: string) => `  ${voice.say(label)}  ${value}`;
  const weight = voice.say(`report.weight-${it.weight}`);
  const severity = it.result === 'fail' ? [voice.say(`report.severity-${it.severity}`)] : [];
  const { subject, pack, audit, check } = it;
  return [
    `${it.id}  ${[resultWord(it.result, voice), ...severity, weight].join(' · ')}`,
    line('explain.requirement', it.requirement),
    line('explain.subject', [subject.id, subject.name, ...subject.rows].join('  ')),
    ...(it.declaredAt === undefined ? [] : [line('explain.declared', it.declaredAt)]),
    ...(it.clauses.length === 0
      ? [line('explain.clause', voice.say('explain.no-clause'))]
      : it.clauses.map((clause) => line('explain.clause', clause.text))),
    line('explain.rule', `${it.rule}  ${pack.id} ${pack.edition}  ${pack.sha256}`),
    check === undefined
      ? line('explain.check', voice.say('explain.check-not-kept'))
      : line('explain.check', `${check.name}  ${JSON.stringify(check.parameters)}`),
    ...it.parts.flatMap((part) => ['', ...partLines(part, voice)]),
    ...(it.exchanges.length === 0 ? [] : ['', voice.say('explain.exchanges')]),
    ...it.exchanges.flatMap((exchange) => exchangeLines(exchange, voice)),
    '',
    line('explain.remediation', it.remediation),
    line('explain.audit', `${audit.id}  ${audit.startedAt}  ${voice.say('explain.law-date', { date: audit.lawDate })}`),
    line('explain.chain', audit.chainHead),
  ].join('\n');
}

function resultWord(result: Explanation['result'], voice: Voice): string {
  return voice.say(`explain.result-${result}`);
}

function partLines(part: PartBehind, voice: Voice): readonly string[] {
  const { expected, actual, because, missing, readings, statements } = part;
  const said = (key: Parameters<Voice['say']>[0], value: string | undefined) =>
    value === undefined ? [] : [`    ${voice.say(key)}  ${value}`];
  return [
    `  [${part.part}]  ${resultWord(part.result, voice)}`,
    ...said('explain.expected', expected),
    ...said('explain.actual', actual),
    ...said('explain.because', because),
    ...missing.flatMap(({ of, why }) => said('explain.missing', `${of}  ${why}`)),
    ...readings.flatMap((reading) => readingLines(reading, voice)),
    ...statements.map(({ evidence, of, says }) => `    #${evidence}  ${of}  ${says.join('  ')}`),
  ];
}

function readingLines(it: ReadingBehind, voice: Voice): readonly string[] {
  const value = it.silence ?? [it.value, it.unit, it.quality].filter((each) => each !== undefined).join(' ');
  const time = (key: 'source' | 'server', at: string | undefined) =>
    at === undefined ? [] : [voice.say(`explain.time-${key}`, { at })];
  const times = [
    voice.say('explain.time-ours', { at: it.at }),
    ...time('source', it.sourceTime),
    ...time('server', it.serverTime),
  ];
  const bytes = it.raw === undefined || it.raw === '' ? [] : [voice.say('explain.raw', { bytes: it.raw })];
  const carried = it.exchange === undefined ? [] : [voice.say('explain.carried', { exchange: it.exchange })];
  return [
    `    #${it.evidence}  ${it.tag}  ${it.origin}  ${it.address ?? ''}  ${value}`,
    `      ${[voice.say('explain.round', { round: it.round }), ...times, ...bytes, ...carried].join('  ')}`,
    ...confirmedLine(it, voice),
  ];
}

function confirmedLine({ confirmed }: ReadingBehind, voice: Voice): readonly string[] {
  if (confirmed === undefined) return [];
  const { evidence, round, at, exchange } = confirmed;
  const carried = exchange === undefined ? [] : [voice.say('explain.carried', { exchange })];
  return [`      #${evidence}  ${[voice.say('explain.confirmed', { round, at }), ...carried].join('  ')}`];
}

function exchangeLines(it: ExchangeBehind, voice: Voice): readonly string[] {
  const reply = it.reply ?? it.fault ?? voice.say('explain.no-reply');
  return [
    `  #${it.evidence}  ${voice.say('explain.exchange', { exchange: it.exchange, what: it.what })}  ${it.sent} → ${it.received ?? ''}`,
    `    ${voice.say('explain.request')}  ${it.request}`,
    `    ${voice.say('explain.reply')}  ${reply}`,
  ];
}
