import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { localTime, manyWords, words } from './written-forms.ts';

/** A permission to bypass or force one point for a stated time. */
export const permitSchema = noun({
  bypass: words,
  reason: words,
  approved_by: manyWords,
  from: localTime,
  to: localTime,
  document: words.exactOptional(),
}).transform(({ bypass, reason, approved_by, from, to, document }) =>
  declared({ bypass, reason, approvedBy: approved_by, from, to, document }),
);
