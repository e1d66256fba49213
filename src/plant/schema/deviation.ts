import { text } from '../../messages/index.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { calendarDate, manyWords, words } from './written-forms.ts';

/** An equivalent measure on record for a function, or for a row of the catalogue in a unit; it changes no outcome. */
export const deviationSchema = noun({
  function: words.exactOptional(),
  unit: words.exactOptional(),
  row: words.exactOptional(),
  measure: words,
  document: words,
  approved_by: manyWords,
  date: calendarDate,
}).transform((written, context) => {
  const { function: id, unit, row, measure, document, approved_by: approvedBy, date } = written;
  const rest = { measure, document, approvedBy, date };
  if (id !== undefined && unit === undefined && row === undefined) return { of: { function: id }, ...rest };
  if (id === undefined && unit !== undefined && row !== undefined) return { of: { unit, row }, ...rest };
  return refuse(context, text('plant.deviation-form'));
});
