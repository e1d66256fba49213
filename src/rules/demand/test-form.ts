import { z } from 'zod';
import { type Text, text } from '../../messages/index.ts';
import type { SafetyFunction } from '../../plant/index.ts';

const written = z.union([z.string().min(1), z.number()]).transform(String);
const values = z.record(z.string().min(1), written);

/** What people say of a test that was watched. Whatever is missing keeps the record from counting as a proof test. */
export const testFormSchema = z.strictObject({
  function: z.string().min(1).exactOptional(),
  /** Number of the procedure by which it was done. */
  procedure: written.exactOptional(),
  persons: z.array(z.string().min(1)).exactOptional(),
  scope: z
    .strictObject({
      /** Tags of channels, or of the manual trip. */
      sensors: z.array(z.string().min(1)).default([]),
      logic: z.boolean().default(false),
      elements: z.record(z.string().min(1), z.enum(['full', 'partial'])).default({}),
    })
    .exactOptional(),
  /** What was found before anything was touched, by tag or element, in the words of the sheet. */
  as_found: values.exactOptional(),
  as_left: values.exactOptional(),
  remark: z.string().min(1).exactOptional(),
});
export type TestForm = z.output<typeof testFormSchema>;

/** What a form names that its function does not have. */
export function formFaults({ function: id, scope }: TestForm, it: SafetyFunction): readonly Text[] {
  const sensors = sensorsOf(it);
  const elements = it.effects.map(({ element }) => element);
  return [
    ...(id === undefined || id === it.id ? [] : [text('watch.form-other-function', { function: id, watched: it.id })]),
    ...(scope?.sensors ?? [])
      .filter((tag) => !sensors.includes(tag))
      .map((tag) => text('watch.form-no-sensor', { tag, function: it.id })),
    ...Object.keys(scope?.elements ?? {})
      .filter((element) => !elements.includes(element))
      .map((element) => text('watch.form-no-element', { element, function: it.id })),
  ];
}

/** What a form lacks to count as that of a proof test. */
export function missingOf({ procedure, persons, scope, as_found: found, as_left: left }: TestForm): readonly Text[] {
  const tested = [...(scope?.sensors ?? []), ...Object.keys(scope?.elements ?? {})];
  const without = (known: TestForm['as_found']) => tested.filter((of) => known?.[of] === undefined);
  const hasScope = tested.length > 0 || scope?.logic === true;
  const [notFound, notLeft] = [without(found), without(left)];
  return [
    ...(procedure === undefined ? [text('watch.missing-procedure')] : []),
    ...(persons === undefined || persons.length === 0 ? [text('watch.missing-persons')] : []),
    ...(hasScope ? [] : [text('watch.missing-scope')]),
    ...(notFound.length === 0 ? [] : [text('watch.missing-as-found', { of: notFound.join('、') })]),
    ...(notLeft.length === 0 ? [] : [text('watch.missing-as-left', { of: notLeft.join('、') })]),
  ];
}

/** What may be tested as a sensor: every channel, and the manual trip. */
export function sensorsOf({ causes, manual }: SafetyFunction): readonly string[] {
  return [...new Set([...causes.flatMap(({ channels }) => channels), ...(manual === undefined ? [] : [manual])])];
}
