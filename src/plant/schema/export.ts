import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { type ExportKind, exportKinds } from '../../protocols/index.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { calendarDate, localTime, words } from './written-forms.ts';

/** `+08:00`, `Asia/Shanghai` or `UTC`, in minutes east of UTC. */
const zone = words.transform((written, context) => {
  if (written === 'UTC') return 0;
  if (written === 'Asia/Shanghai') return chinaMinutes;
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d{2}):(\d{2})$/.exec(written) ?? [];
  if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59)
    return refuse(context, text('file.zone-form', { written }));
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
});

const chinaMinutes = 480;

/** How a file came to hold its rows; where nobody says it, as little as may be: changes. */
const kind = z.enum(exportKinds);

/** What a person says of exported files: who handed them over and when, the zone of their time stamps, how they came about. */
export const exportSchema = noun({
  handed_over_by: words,
  handed_over_on: calendarDate,
  zone,
  holds: z.union([kind, z.array(kind).min(1)]).exactOptional(),
  until: localTime.exactOptional(),
}).transform(({ handed_over_by: by, handed_over_on: on, zone: zoneMinutes, holds = 'changes', until }) => {
  const [first = 'changes', ...others]: readonly ExportKind[] = typeof holds === 'string' ? [holds] : holds;
  const kinds: readonly [ExportKind, ...ExportKind[]] = [first, ...others];
  return declared({ by, on, zoneMinutes, holds: kinds, until });
});
