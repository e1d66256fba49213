import { text } from '../../../../src/messages/index.ts';
import type { Symptom } from '../symptom.ts';

const chinaMinutes = -480;

/** Whether this computer is in the plant's zone: reports are in China time anyway, but people compare clocks by eye. */
export function timeZone(offsetMinutes: number, name: string): Symptom {
  return offsetMinutes === chinaMinutes
    ? { of: 'time-zone', is: 'well', says: text('doctor.zone', { name }) }
    : { of: 'time-zone', is: 'remark', says: text('doctor.zone', { name }), advice: text('doctor.zone-advice') };
}
