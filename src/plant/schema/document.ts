import { text } from '../../messages/index.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { calendarDate, words } from './written-forms.ts';

const sha256 = words.transform((written, context) =>
  /^[0-9a-f]{64}$/i.test(written) ? written.toLowerCase() : refuse(context, text('plant.sha256-form', { written })),
);

/** A document that an approved value, a scale or a passive safeguard rests on. */
export const documentSchema = noun({
  title: words,
  file: words.exactOptional(),
  date: calendarDate,
  valid_until: calendarDate.exactOptional(),
  revision: words.exactOptional(),
  sha256: sha256.exactOptional(),
  by: words.exactOptional(),
}).transform(({ title, file, date, valid_until, revision, sha256, by }) =>
  declared({ title, file, date, validUntil: valid_until, revision, sha256, by }),
);
