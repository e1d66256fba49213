import type { Text } from '../../../src/messages/index.ts';

/** What the doctor saw of one thing. `remark` hinders nothing; `unknown` could not be looked at and is never well. */
export interface Symptom {
  readonly of: 'node' | 'native' | 'fonts' | 'time-zone' | 'clock' | 'disk' | 'certificates' | 'console';
  readonly is: 'well' | 'remark' | 'ill' | 'unknown';
  readonly says: Text;
  /** What to do about it. */
  readonly advice?: Text;
}
