import { type Language, say, text } from '../../../../src/messages/index.ts';
import type { CatalogueProcess } from '../../../../src/rules/index.ts';

/** One process of the catalogue in one language. Triggers, actions and parameters keep the names that a plant file uses. */
export function processPage(process: CatalogueProcess, language: Language): string {
  const label = (name: Parameters<typeof text>[0]) => say(text(name), language);
  const { id, name, clause, monitored_units: units, scope, parameters, rows } = process;
  const named = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
    language === 'zh' ? zh : `${zh} (${en})`;
  return [
    `## ${id} ${name[language]}`,
    '',
    `- ${label('rulebase.label-clause')}: ${clause.document}, ${clause.fact}, ≥ ${clause.from}`,
    `- ${label('rulebase.label-monitored-units')}: ${units.map((unit) => unit[language]).join('; ')}`,
    ...scope.map(
      ({ is, what, fact, from, confidence }) =>
        `- ${label(`rulebase.scope-${is}`)}: ${what[language]} (${fact}, ≥ ${from}, ${confidence})`,
    ),
    ...[...new Set(scope.map(({ is }) => is))].map((is) => {
      const words = { what: `${is === 'included' ? 'inside' : 'outside'}-${id.toLowerCase()}` };
      return `- ${say(text(`rulebase.declare-${is}`, words), language)}`;
    }),
    `- ${label('rulebase.label-parameters')} (${parameters.confidence}): ${parameters.names.map(named).join('; ')}`,
    '',
    `| ${(['row', 'name', 'kind', 'triggers', 'actions', 'source', 'confidence'] as const).map((column) => label(`rulebase.column-${column}`)).join(' | ')} |`,
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => {
      const nature = row.nature === undefined ? '' : ` (${row.nature.is}: ${row.nature.because[language]})`;
      const cells = [
        row.id,
        row.name[language],
        `${row.kind}${nature}`,
        row.triggers.join('; '),
        row.actions.join('; '),
      ];
      return `| ${[...cells, label(`rulebase.source-${row.source}`), row.confidence].join(' | ')} |`;
    }),
  ].join('\n');
}
