import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../rules/index.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { WorkKind } from '../settings/settings.ts';
import { proposeLimit } from './propose-limit.ts';
import type { Grade } from './stage.ts';

const loaded = loadSettings();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const { settings } = loaded;

describe('the proposed limit', () => {
  it.each<[Grade, WorkKind | undefined, string | undefined, string, string]>([
    ['general', undefined, undefined, '2017-12-22', "the rule's 30 days"],
    ['major', undefined, undefined, '2017-12-22', "the rule's 30 days, whatever the grade"],
    ['general', 'setting', undefined, '2017-12-07', '15 days for a setting'],
    ['major', 'setting', undefined, '2017-11-29', '7 days for a major one'],
    ['pending', 'setting', undefined, '2017-11-29', 'not graded yet: the shorter of the two'],
    ['general', 'wiring', undefined, '2017-12-22', '30 days'],
    ['general', 'instrument', undefined, '2018-01-21', '60 days, a Sunday: stays'],
    ['major', 'new-sis', undefined, '2018-05-21', '180 days'],
    [
      'general',
      'setting',
      '2017-12-31',
      '2017-12-31',
      'a milestone that has not come, a Sunday: not before it, not moved',
    ],
    ['general', 'instrument', '2017-12-31', '2018-01-21', 'beyond the milestone anyway'],
  ])('%s, %s, milestone %s: %s (%s)', (grade, work, notYetDue, until) => {
    const finding = { rule: 'r', limitDays: 30, ...(notYetDue === undefined ? {} : { notYetDue }) };
    expect(proposeLimit({ finding, grade }, '2017-11-22', work, settings, shippedCalendar)?.until).toBe(until);
  });

  it('is none where neither rule nor person says how long', () => {
    expect(
      proposeLimit({ finding: { rule: 'r' }, grade: 'major' }, '2017-11-22', undefined, settings, shippedCalendar),
    ).toBe(undefined);
  });
});
