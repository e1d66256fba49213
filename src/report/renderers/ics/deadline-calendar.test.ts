import { describe, expect, it } from 'vitest';
import { text } from '../../../messages/index.ts';
import type { CaseDeadline } from '../../../rectification/index.ts';
import { deadlineCalendar } from './deadline-calendar.ts';

const deadline = (date: string): CaseDeadline => ({
  case: '2017-0001',
  kind: 'limit',
  date,
  enterprise: '桓台某某化工有限公司',
  says: text('rectification.deadline-limit'),
});
const write = (date: string) => deadlineCalendar([deadline(date)], '2017-11-22 10:00:00', 'zh');

describe('deadlines as a calendar', () => {
  it('are days, not instants, in every zone of the machine', () => {
    const zone = process.env['TZ'];
    try {
      const written = ['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'].map((TZ) => {
        process.env['TZ'] = TZ;
        return write('2017-12-22');
      });
      expect(new Set(written).size).toBe(1);
      expect(written[0]).toContain('DTSTART;VALUE=DATE:20171222');
      expect(written[0]).toContain('DTSTAMP:20171122T020000Z');
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('move with an extension and are not doubled: the event keeps its identity', () => {
    const uid = (calendar: string) => /UID:(\S+)/.exec(calendar)?.[1];
    expect(uid(write('2018-01-15'))).toBe(uid(write('2017-12-22')));
    expect(uid(write('2018-01-15'))).toBe('2017-0001-limit@tripline');
  });
});
