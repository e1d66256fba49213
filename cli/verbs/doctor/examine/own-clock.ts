import { statSync } from 'node:fs';
import { text } from '../../../../src/messages/index.ts';
import { localTime } from '../../../../src/rules/index.ts';
import type { Symptom } from '../symptom.ts';

/** Whether our clock can be right: it may not be behind the file of this program. */
export function ownClock(nowMs: number, programMs = statSync(new URL(import.meta.url)).mtimeMs): Symptom {
  const says = text('doctor.clock', { time: localTime(nowMs) });
  return nowMs < programMs
    ? { of: 'clock', is: 'ill', says, advice: text('doctor.clock-behind') }
    : { of: 'clock', is: 'well', says };
}
