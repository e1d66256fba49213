import { addToList, insertEntries, type Plant, recite, setKey } from '../../../src/plant/index.ts';
import { type ChecklistItem, photographId } from '../../../src/report/index.ts';
import type { Terminal } from '../../terminal.ts';

/** What was brought in answer to an item; `file` is beside the plant file. */
export interface Brought {
  readonly file: string;
  readonly sha256: string;
  readonly date: string;
  readonly by: string;
  readonly title?: string;
  readonly is: 'present' | 'absent';
}

/** The plant file with the answer as a declared document where the item needs it, and the id of that document; undefined where it cannot be added. */
export function answerItem(
  source: string,
  { answer }: ChecklistItem,
  plant: Plant,
  brought: Brought,
  io: Terminal,
): { readonly source: string; readonly document: string } | undefined {
  if (answer === undefined) return undefined;
  const { file, sha256, date, by, is } = brought;
  if (answer.is === 'file') {
    const path = ['documents', answer.document];
    const keys = { file: quoted(file), sha256, by: quoted(by) };
    const filled = Object.entries(keys).reduce<string | undefined>(
      (now, [key, value]) => (now === undefined ? undefined : setKey(now, path, key, value)),
      source,
    );
    return filled === undefined ? undefined : { source: filled, document: answer.document };
  }
  const about = aboutOf(answer, plant);
  const id = answer.is === 'photograph' ? photographId(answer.outcome) : freeId(stemOf(answer), date, plant);
  const title =
    brought.title ??
    (answer.is === 'renewal'
      ? (plant.documents.get(answer.document)?.title ?? about)
      : io.say(`guide.document-${answer.is}`, { about }));
  const declared = insertEntries(source, 'documents', new Map([[id, { title, file, date, sha256, by }]]));
  const cited = declared === undefined ? undefined : citedIn(declared);
  return cited === undefined ? undefined : { source: cited, document: id };

  function citedIn(now: string): string | undefined {
    if (answer === undefined) return undefined;
    switch (answer.is) {
      case 'approval':
        return setKey(
          now,
          ['functions', answer.function, 'when', answer.cause, 'trip'],
          'approved',
          `{ document: ${id} }`,
        );
      case 'renewal':
        return recite(now, answer.document, id);
      case 'proof-test': {
        const path = ['functions', answer.function, 'proof_test'];
        const dated = setKey(now, path, 'last', date);
        return dated === undefined ? undefined : setKey(dated, path, 'record', id);
      }
      case 'statement': {
        const stated = (plant.declarations ?? []).findIndex((it) => it.what === answer.what && it.of === answer.of);
        if (stated >= 0) return setKey(now, ['declarations', stated], 'document', id);
        const of = answer.of === undefined ? '' : `of: ${quoted(answer.of)}, `;
        const entry = `{ what: ${answer.what}, ${of}is: ${is}, document: ${id} }`;
        return addToList(now, 'declarations', entry);
      }
      case 'photograph':
        return now;
      case 'file':
        return undefined;
    }
  }
}

type Cited = Exclude<NonNullable<ChecklistItem['answer']>, { readonly is: 'file' }>;

function aboutOf(answer: Cited, plant: Plant): string {
  switch (answer.is) {
    case 'approval':
    case 'proof-test':
      return `${answer.function} ${plant.functions.find(({ id }) => id === answer.function)?.name ?? ''}`.trim();
    case 'renewal':
      return answer.document;
    case 'statement':
      return [answer.what, answer.of].filter((each) => each !== undefined).join(' ');
    case 'photograph':
      return answer.outcome;
  }
}

function stemOf(answer: Exclude<Cited, { readonly is: 'photograph' }>): string {
  switch (answer.is) {
    case 'approval':
      return `DOC-SP-${answer.function}`;
    case 'proof-test':
      return `DOC-PT-${answer.function}`;
    case 'renewal':
      return answer.document.replace(/-\d{8}(?:-\d+)?$/, '');
    case 'statement':
      return `DOC-${answer.what}`;
  }
}

/** An id that no document has yet: stem and date, and a number where that is taken. */
function freeId(stem: string, date: string, { documents }: Plant): string {
  const dated = `${stem}-${date.replaceAll('-', '')}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? dated : `${dated}-${number}`;
    if (!documents.has(id)) return id;
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
