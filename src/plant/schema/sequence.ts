import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { manyWords, words } from './written-forms.ts';

/** A sequence that may move final elements without any trip, so that their movement has a cause. */
export const sequenceSchema = noun({
  name: words,
  unit: words,
  elements: manyWords,
  active_when: words.exactOptional(),
}).transform(({ name, unit, elements, active_when }) => declared({ name, unit, elements, activeWhen: active_when }));
