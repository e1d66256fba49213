import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { processesOf, processKeys } from './process-list.ts';
import { refuse } from './refuse.ts';
import { calendarDate, localTime, manyWords, topics, words } from './written-forms.ts';

/** `{ running: "FT-101 > 5 m3/h" }`, or `{ declared: running, by: 张三, from: …, to: … }`. The expression is read beside the points. */
const stateSchema = noun({
  running: words.exactOptional(),
  starting: words.exactOptional(),
  declared: z.enum(['running', 'starting', 'stopped', 'maintenance']).exactOptional(),
  by: words.exactOptional(),
  from: localTime.exactOptional(),
  to: localTime.exactOptional(),
}).transform((written, context) => {
  const { running, starting, declared: is, by: person, from, to } = written;
  if ((running === undefined) === (is === undefined)) return refuse(context, text('plant.state-form'));
  if (running !== undefined) {
    if (person !== undefined || from !== undefined || to !== undefined)
      return refuse(context, text('plant.state-form'));
    return declared({ by: 'expression' as const, running, starting });
  }
  if (is === undefined || starting !== undefined) return refuse(context, text('plant.state-form'));
  if (person === undefined) return refuse(context, text('plant.missing', { key: 'by' }), 'by');
  if (from === undefined) return refuse(context, text('plant.missing', { key: 'from' }), 'from');
  if (to === undefined) return refuse(context, text('plant.missing', { key: 'to' }), 'to');
  return { by: 'declaration' as const, is, person, from, to };
});

/** A unit (装置) of the plant. */
export const unitSchema = noun({
  name: words,
  ...processKeys,
  scale: noun({ value: z.enum(['large', 'highly-hazardous', 'other']), document: words }).exactOptional(),
  commissioned: calendarDate.exactOptional(),
  state: stateSchema.exactOptional(),
  features: topics.exactOptional(),
  key_chemicals: z.array(words).exactOptional(),
  monitors: z.record(z.string(), manyWords).exactOptional(),
}).transform((written, context) => {
  const { name, scale, commissioned, state, features, key_chemicals: keyChemicals, monitors } = written;
  const processes = processesOf(written, context);
  return declared({ name, processes, scale, commissioned, state, features, keyChemicals, monitors });
});
