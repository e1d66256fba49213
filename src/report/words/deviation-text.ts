import type { RecordedDeviation } from '../../plant/index.ts';
import { listText } from './list-text.ts';
import type { Voice } from './voice.ts';

/** An equivalent measure on record, as it stands beside a result that it does not change (judgement.md §8). */
export function deviationText({ measure, document, date, approvedBy }: RecordedDeviation, voice: Voice): string {
  return voice.say('report.deviation-value', { measure, document, date, approvedBy: listText(approvedBy, voice) });
}
