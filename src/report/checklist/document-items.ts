import { text } from '../../messages/index.ts';
import { monthsAfter } from '../../rules/index.ts';
import type { ChecklistItem } from './checklist.ts';
import { type Known, newestOf } from './known.ts';

/** Documents that are missing or out of date, approved values and statements without one, proof tests that are due. */
export function documentItems(known: Known): readonly ChecklistItem[] {
  return [...fileItems(known), ...approvalItems(known), ...proofItems(known), ...statementItems(known)];
}

const kind = 'document';

function fileItems({ plant, today, hasFile }: Known): readonly ChecklistItem[] {
  return [...plant.documents.values()].flatMap(({ id, title, file, validUntil }): readonly ChecklistItem[] => {
    if (validUntil !== undefined && validUntil < today) {
      // One that was renewed already is cited by nobody any more.
      if (!isCited(id, plant)) return [];
      const says = text('guide.expired', { id, title, until: validUntil });
      return [{ id: `renewal:${id}`, kind, says, answer: { is: 'renewal', document: id } }];
    }
    if (file !== undefined && hasFile(file)) return [];
    const says = text('guide.no-file', { id, title, file: file ?? '—' });
    return [{ id: `file:${id}`, kind, says, answer: { is: 'file', document: id } }];
  });
}

function isCited(id: string, { units, functions, declarations = [], hazardInstallations }: Known['plant']): boolean {
  return (
    units.some(({ scale }) => scale?.document === id) ||
    declarations.some(({ document }) => document === id) ||
    hazardInstallations.some(({ assessment }) => assessment === id) ||
    functions.some(
      ({ document, proofTest, causes }) =>
        document === id || proofTest?.record === id || causes.some(({ trip }) => trip?.approved?.document === id),
    )
  );
}

function approvalItems({ plant }: Known): readonly ChecklistItem[] {
  return plant.functions.flatMap(({ id, name, unit, causes }) =>
    causes.flatMap(({ trip }, index): readonly ChecklistItem[] => {
      if (trip === undefined || trip.approved !== undefined) return [];
      const value = `${trip.direction === 'above' ? '>' : '<'} ${trip.value.value} ${trip.value.unit}`.trim();
      const says = text('guide.not-approved', { id, name, value });
      return [
        { id: `approval:${id}:${index}`, kind, unit, says, answer: { is: 'approval', function: id, cause: index } },
      ];
    }),
  );
}

/** Of safety instrumented functions, and of all that declare an interval. */
function proofItems({ plant, today }: Known): readonly ChecklistItem[] {
  return plant.functions.flatMap(({ id, name, unit, sil, document, proofTest }): readonly ChecklistItem[] => {
    if (document !== undefined) return [];
    if (proofTest === undefined)
      return sil === undefined
        ? []
        : [{ id: `interval:${id}`, kind, unit, says: text('guide.no-interval', { id, name }) }];
    const { last, everyMonths, record } = proofTest;
    const due = last === undefined ? undefined : monthsAfter(last, everyMonths);
    if (due !== undefined && due >= today && record !== undefined) return [];
    const says =
      due === undefined || record === undefined
        ? text('guide.no-proof-test', { id, name })
        : text('guide.proof-test-due', { id, name, last: last ?? '', due });
    return [{ id: `proof:${id}`, kind, unit, says, answer: { is: 'proof-test', function: id } }];
  });
}

/** What rules asked to be stated, and nobody stated with a proof. */
function statementItems({ plant, audits }: Known): readonly ChecklistItem[] {
  const asked = (newestOf(audits)?.outcomes ?? []).filter(
    ({ check, result }) => check?.use === 'stated' && result === 'unknown',
  );
  const items = asked.map(({ check, subject, statement }): ChecklistItem => {
    const what = String(check?.with['what'] ?? '');
    const of = subject.kind === 'enterprise' ? undefined : subject.id;
    return {
      id: `statement:${what}${of === undefined ? '' : `@${of}`}`,
      kind,
      ...(subject.unit === undefined ? {} : { unit: subject.unit }),
      says: text('guide.not-stated', { name: subject.name, statement }),
      answer: { is: 'statement', what, ...(of === undefined ? {} : { of }) },
    };
  });
  const isStated = ({ answer }: ChecklistItem) =>
    answer?.is === 'statement' &&
    (plant.declarations ?? []).some(
      ({ what, of, document }) => what === answer.what && of === answer.of && document !== undefined,
    );
  return items.filter((item, index) => items.findIndex((each) => each.id === item.id) === index && !isStated(item));
}
