import type { PartOutcome } from '../audit/index.ts';
import type { Voice } from './words/index.ts';

/** How finely the points were sampled on which some parts rest, the coarsest of them; undefined where none rests on samples. */
export function samplingText(parts: readonly PartOutcome[], voice: Voice): string | undefined {
  const windows = parts.flatMap(({ sampling }) => (sampling === undefined ? [] : [sampling]));
  if (windows.length === 0) return undefined;
  return voice.say('report.sampled', {
    seconds: secondsOf(Math.min(...windows.map(({ spanMs }) => spanMs))),
    samples: Math.min(...windows.map(({ samples }) => samples)),
    longest: secondsOf(Math.max(...windows.map(({ longestMs }) => longestMs))),
  });
}

function secondsOf(ms: number): string {
  return (ms / 1000).toFixed(1);
}
