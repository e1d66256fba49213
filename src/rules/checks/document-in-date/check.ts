import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck } from '../../check.ts';

/** A safeguard that only a document can prove has one that is in date on the observation date. */
export const documentInDate = defineCheck({
  name: 'document-in-date',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }, _parameters, { observationDate }) => {
    const document = it.document === undefined ? undefined : plant.documents.get(it.document);
    if (document === undefined) return [];
    const { title, date, validUntil } = document;
    // A title alone proves nothing: somebody must be able to open the document.
    const lacks = document.file === undefined ? { lacks: text('rules.document-without-file', { title }) } : {};
    return [
      {
        name: `document ${document.id}`,
        needs: [],
        ...lacks,
        judge: () => {
          if (date > observationDate) {
            return {
              says: 'fail',
              expected: text('rules.document-expected', { title, on: observationDate }),
              actual: text('rules.document-later', { title, date }),
            };
          }
          if (validUntil !== undefined && validUntil < observationDate) {
            return {
              says: 'fail',
              expected: text('rules.document-expected', { title, on: observationDate }),
              actual: text('rules.document-expired', { title, until: validUntil }),
            };
          }
          return { says: 'pass', because: text('rules.document-proves', { title, date }) };
        },
      },
    ];
  },
});
