import type { Resumption } from '../audit/index.ts';
import { type Text, text } from '../messages/index.ts';
import { listText, plantTimeOf, type Voice } from './words/index.ts';

/** The gap of an audit that was interrupted, and what was read again after it. */
export function resumptionText({ interruptedAt, resumedAt, gapMs, read, kept }: Resumption, voice: Voice): Text {
  const list = (ids: readonly string[]) => (ids.length === 0 ? voice.say('report.none') : listText(ids, voice));
  return text('running.gap', {
    from: plantTimeOf(interruptedAt),
    to: plantTimeOf(resumedAt),
    gap: gapMs / 1000,
    read: list(read),
    kept: list(kept),
  });
}
