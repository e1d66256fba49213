import type { Voice } from './voice.ts';

/** Names in a row, each once; a long list is cut after `atMost` and says how many there are. Nothing at all is a dash. */
export function listText(items: readonly string[], voice: Voice, atMost = Number.POSITIVE_INFINITY): string {
  const distinct = [...new Set(items)];
  if (distinct.length === 0) return voice.say('report.dash');
  const shown = distinct.slice(0, atMost).join(voice.say('report.comma'));
  return distinct.length <= atMost ? shown : voice.say('report.list-of', { shown, count: distinct.length });
}

/** Sentences in a row, each once. Nothing at all is a dash. */
export function sentences(items: readonly string[], voice: Voice): string {
  const distinct = [...new Set(items)];
  return distinct.length === 0 ? voice.say('report.dash') : distinct.join(voice.say('report.semicolon'));
}
