import { z } from 'zod';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { calendarDate, manyWords, topic, words } from './written-forms.ts';

/** What a person states of the enterprise, or of a unit, an installation or a controller (`of`). */
export const declarationSchema = noun({
  what: topic,
  of: words.exactOptional(),
  is: z.enum(['present', 'absent']),
  document: words.exactOptional(),
  seen_by: manyWords.exactOptional(),
  date: calendarDate.exactOptional(),
  note: words.exactOptional(),
}).transform(({ what, of, is, document, seen_by: seenBy, date, note }) =>
  declared({ what, of, is, document, seenBy, date, note }),
);
