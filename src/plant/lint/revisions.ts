import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** An approval cites the revision that the document has. */
export const revisions: Lint = ({ functions, documents, placeOf }) =>
  [...functions.all].flatMap(([id, { causes }]) =>
    causes.flatMap(({ trip }, index) => {
      const cited = trip?.approved?.revision;
      const document = trip?.approved?.document ?? '';
      const revision = documents.all.get(document)?.revision;
      if (cited === undefined || revision === undefined || cited === revision) return [];
      const place = placeOf(['functions', id, 'when', index, 'trip', 'approved', 'revision']);
      return [faultAt(place, text('plant.revision', { document, revision, cited }))];
    }),
  );
