import type { Outcome } from '../../../audit/index.ts';
import type { OutcomeWord } from '../../../rules/index.ts';
import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';
import { clauseText, shortHash, type Voice } from '../../words/index.ts';

/** By which rules was judged, and where every result went: no outcome is left out. */
export interface RulesModel {
  readonly title: string;
  readonly packsTitle: string;
  readonly packs: TableModel;
  readonly rulesTitle: string;
  readonly rules: TableModel;
  readonly sourcesTitle: string;
  readonly sources: TableModel;
}

const counted = [
  ['pass'],
  ['fail'],
  ['unknown', 'error'],
  ['notapplicable', 'notchecked', 'notselected', 'informational'],
] as const satisfies readonly OutcomeWord[][];

/** Arranges packs with their editions and hashes, the results of each rule, and the files of the declaration. */
export function buildRules({ record, voice }: Source): RulesModel {
  const ids = [...new Set(record.outcomes.map((outcome) => outcome.rule))];
  return {
    title: voice.say('report.rules'),
    packsTitle: voice.say('report.packs'),
    packs: {
      headers: (['pack', 'title-of-pack', 'edition', 'rules-count', 'sha256'] as const).map((name) =>
        voice.say(`report.${name}`),
      ),
      rows: record.packs.map((pack) => [
        pack.id,
        voice.pick(pack.title),
        pack.edition,
        String(pack.rules),
        shortHash(pack.sha256),
      ]),
    },
    rulesTitle: voice.say('report.rules-results'),
    rules: {
      headers: (
        ['rule', 'requirement', 'clause-label', 'weight', 'passes', 'fails', 'unknowns', 'not-judged'] as const
      ).map((name) => voice.say(`report.${name}`)),
      rows: ids.map((id) =>
        ruleRow(
          record.outcomes.filter((outcome) => outcome.rule === id),
          voice,
        ),
      ),
    },
    sourcesTitle: voice.say('report.sources'),
    sources: {
      headers: [voice.say('report.file'), voice.say('report.sha256')],
      rows: [
        ...record.plant.sources.map(({ file, sha256 }) => [file, shortHash(sha256)]),
        ...(record.confirmations ?? []).map(({ fact, document, by, on, sha256 }) => [
          voice.say('rulebase.confirmed-source', { fact, document, by, on }),
          shortHash(sha256),
        ]),
      ],
    },
  };
}

function ruleRow(outcomes: readonly Outcome[], voice: Voice): readonly string[] {
  const [first] = outcomes;
  if (first === undefined) throw new Error('a rule without outcomes has no row');
  const weights = [...new Set(outcomes.map((outcome) => voice.say(`report.weight-${outcome.weight}`)))];
  const counts = counted.map(
    (words: readonly OutcomeWord[]) => outcomes.filter((it) => words.includes(it.result)).length,
  );
  return [
    first.rule,
    voice.pick(first.statement),
    first.clause === undefined ? voice.say('report.no-clause') : clauseText(first.clause, voice),
    weights.join(voice.say('report.comma')),
    ...counts.map(String),
  ];
}
