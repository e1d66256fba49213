import type { Clause } from '../../rules/index.ts';
import type { Voice } from './voice.ts';

/** Document, item, fact and how sure the source is: `安监总管三〔2017〕121号 第 4 项（REG-MH-04，已核对原文）`. */
export function clauseText(clause: Clause, voice: Voice): string {
  const { document, item, fact } = clause;
  const confidence = voice.say(`report.confidence-${clause.text}`);
  if (item === undefined) return voice.say('report.clause', { document, fact, confidence });
  const named = typeof item === 'number' ? voice.say('report.clause-item', { item }) : item;
  return voice.say('report.clause-with-item', { document, item: named, fact, confidence });
}
