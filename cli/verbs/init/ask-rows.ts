import type { Covers, Plant, SafetyFunction } from '../../../src/plant/index.ts';
import { type CatalogueRow, type RequiredFunction, uncoveredPairs } from '../../../src/rules/index.ts';
import type { Asker } from '../../asker.ts';
import type { Terminal } from '../../terminal.ts';
import type { Answers } from './answers.ts';
import { askDocument, type FaultOf } from './ask-nouns.ts';

/** Asks, for each required function that is not covered in whole, which functions of its unit do it. Nothing is preselected. */
export async function askRows(
  required: readonly RequiredFunction[],
  plant: Plant,
  ask: Asker,
  faultOf: FaultOf,
  io: Terminal,
): Promise<Pick<Answers, 'covers' | 'documents' | 'functions'>> {
  const covers: Record<string, Covers[]> = {};
  const documents: Record<string, unknown> = {};
  const functions: Record<string, unknown> = {};
  for (const { id, unit, row, nature } of required) {
    const own = plant.functions.filter((it) => it.unit === unit.id);
    if (uncoveredPairs(row, own).length === 0) continue;
    const written = rowText(row, io);
    if (nature === 'passive') {
      const kinds = ['none', 'document'] as const;
      const choices = kinds.map((value) => ({ value, name: io.say(`init.proof-${value}`) }));
      if ((await ask.one(io.say('init.ask-proof', { row: written }), choices)) === 'none') continue;
      const name = await ask.text(io.say('init.ask-proof-name'), (typed) => faultOf('units', 'U', { name: typed }));
      const document = `DOC-${row.id}-${unit.id}`;
      documents[document] = await askDocument(document, ask, faultOf, io);
      functions[id.replace('·', '-')] = { name, unit: unit.id, covers: [{ function: row.id }], document };
      continue;
    }
    const choices = likeliest(row, own).map((it) => ({ value: it.id, name: functionText(it) }));
    for (const chosen of await ask.several(io.say('init.ask-functions', { row: written }), choices)) {
      const part = (key: 'triggers' | 'actions') =>
        row[key].length < 2
          ? Promise.resolve(row[key])
          : ask.several(
              io.say(`init.ask-${key}`, { row: row.id, function: chosen }),
              row[key].map((value) => ({ value, name: value })),
            );
      const claims = claimsOf(row, await part('triggers'), await part('actions'));
      covers[chosen] = [...(covers[chosen] ?? []), ...claims];
    }
  }
  return { covers, documents, functions };
}

/** A row with its triggers and actions, for a person. */
export function rowText(row: CatalogueRow, io: Terminal): string {
  const comma = io.say('report.comma');
  return io.say('init.row', {
    id: row.id,
    name: row.name[io.language],
    triggers: row.triggers.join(comma) || '—',
    actions: row.actions.join(comma) || '—',
  });
}

/** The claims of a function for some triggers and actions of a row, as short as they can be said. */
function claimsOf(row: CatalogueRow, triggers: readonly string[], actions: readonly string[]): readonly Covers[] {
  const all = (key: 'triggers' | 'actions', chosen: readonly string[]) => chosen.length === row[key].length;
  const starts = all('triggers', triggers) ? [undefined] : triggers;
  const ends = all('actions', actions) ? [undefined] : actions;
  return starts.flatMap((trigger) =>
    ends.map((action) => ({
      function: row.id,
      ...(trigger === undefined ? {} : { trigger }),
      ...(action === undefined ? {} : { action }),
    })),
  );
}

function functionText({ id, name, causes, effects }: SafetyFunction): string {
  const from = causes.flatMap(({ channels }) => channels).join('/');
  const to = effects.map(({ element, to: state }) => `${element} ${state}`).join(', ');
  return `${id} ${name}${from === '' ? '' : `  ${from}`}${to === '' ? '' : ` → ${to}`}`;
}

/** The functions whose name shares most with the words of the row stand first: an order, never a choice. */
function likeliest(row: CatalogueRow, functions: readonly SafetyFunction[]): readonly SafetyFunction[] {
  const pairsIn = (text: string) => new Set(Array.from(text, (_, at) => text.slice(at, at + 2)).slice(0, -1));
  const wanted = pairsIn([row.name.zh, ...row.triggers, ...row.actions].join(' '));
  const common = ({ name }: SafetyFunction) => [...pairsIn(name)].filter((pair) => wanted.has(pair)).length;
  return [...functions].sort((a, b) => common(b) - common(a));
}
