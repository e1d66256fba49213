import { z } from 'zod';
import { type Text, text } from '../../../messages/index.ts';
import type { Declaration, Plant, PlantDocument } from '../../../plant/index.ts';
import { type CheckContext, defineCheckOfAny, type Part } from '../../check.ts';
import type { Subject } from '../../subject.ts';
import { monthsAfter } from './months-after.ts';

/**
 * What a person states of the subject, under `what`, is as the rule expects it. Nothing stated is unknown; a statement
 * against the rule is a fail by its own word; one for it needs a document in date, or somebody who saw it.
 */
export const stated = defineCheckOfAny({
  name: 'stated',
  parameters: z.strictObject({
    what: z.string(),
    expect: z.enum(['present', 'absent']).default('present'),
    /** The document may not be older than this. */
    max_age_months: z.number().int().positive().optional(),
  }),
  parts: (subject, { what, expect, max_age_months: oldest }, context) => {
    const about = statementsAbout(subject, what);
    const against = about.find((each) => each.is !== expect);
    if (against !== undefined) return [contrary(against, expect)];
    const own = about.find((each) => each.of === ownerOf(subject));
    const lacks = own === undefined ? text('rulebase.not-stated', { what }) : doubtAbout(own, subject.plant, context);
    const document = documentOf(own, subject.plant);
    const proof = text(document === undefined ? 'rulebase.seen-by' : 'rulebase.by-document', {
      who: own?.seenBy?.join('、') ?? '',
      title: document?.title ?? '',
      date: document?.date ?? own?.date ?? '',
    });
    return [
      {
        name: `stated ${what}`,
        needs: [],
        ...(lacks === undefined ? {} : { lacks }),
        judge: () => {
          const until = oldest === undefined || document === undefined ? undefined : monthsAfter(document.date, oldest);
          if (until !== undefined && until < context.observationDate) {
            const title = document?.title ?? '';
            return {
              says: 'fail',
              expected: text('rulebase.renewed-expected', { title, months: oldest ?? 0 }),
              actual: text('rulebase.too-old', { title, date: document?.date ?? '', until }),
            };
          }
          return { says: 'pass', because: text(`rulebase.stated-${expect}`, { what, proof }) };
        },
      },
    ];
  },
});

function ownerOf(subject: Subject): string | undefined {
  return subject.kind === 'enterprise' ? undefined : subject.id;
}

/** Of the enterprise: what is stated of anything in it, since one such thing is enough to contradict. */
function statementsAbout(subject: Subject, what: string): readonly Declaration[] {
  const all = (subject.plant.declarations ?? []).filter((each) => each.what === what);
  return subject.kind === 'enterprise' ? all : all.filter((each) => each.of === subject.id);
}

function contrary({ what, of, note }: Declaration, expect: 'present' | 'absent'): Part {
  const where = of ?? text('rulebase.the-enterprise');
  const actual = text(expect === 'present' ? 'rulebase.is-absent' : 'rulebase.is-present', { what, where });
  return {
    name: `stated ${what}`,
    needs: [],
    judge: () => ({
      says: 'fail',
      expected: text(`rulebase.expected-${expect}`, { what }),
      actual: note === undefined ? actual : text('rulebase.with-note', { actual, note }),
    }),
  };
}

function documentOf(declaration: Declaration | undefined, plant: Plant): PlantDocument | undefined {
  return declaration?.document === undefined ? undefined : plant.documents.get(declaration.document);
}

/** Why a statement for the rule proves nothing yet; undefined where it does. */
function doubtAbout(declaration: Declaration, plant: Plant, { observationDate }: CheckContext): Text | undefined {
  const { what, seenBy, date } = declaration;
  const document = documentOf(declaration, plant);
  if (document === undefined) {
    if (seenBy === undefined || date === undefined) return text('rulebase.only-stated', { what });
    return date > observationDate ? text('rulebase.seen-later', { what, date }) : undefined;
  }
  const { title, file, validUntil } = document;
  if (file === undefined) return text('rules.document-without-file', { title });
  if (document.date > observationDate) return text('rules.document-later', { title, date: document.date });
  if (validUntil !== undefined && validUntil < observationDate)
    return text('rules.document-expired', { title, until: validUntil });
  return undefined;
}
