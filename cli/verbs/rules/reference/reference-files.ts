import { type Language, say, text } from '../../../../src/messages/index.ts';
import { checks, factsWithoutRule, loadCatalogue, type Pack } from '../../../../src/rules/index.ts';
import { type PlacedRule, placedRules } from '../open-packs.ts';
import { checkPage } from './check-page.ts';
import { processPage } from './process-page.ts';
import { rulePage } from './rule-page.ts';

/** The files of the rule reference, by their names below its folder: packs, checks and the catalogue, in both languages. */
export function referenceFiles(packs: readonly Pack[]): ReadonlyMap<string, string> {
  const rules = placedRules(packs);
  const catalogue = loadCatalogue();
  const processes = catalogue.ids.flatMap((id) => catalogue.get(id) ?? []);
  const files = new Map<string, string>();
  for (const language of ['zh', 'en'] as const) {
    const label = (name: Parameters<typeof text>[0]) => say(text(name), language);
    for (const pack of packs) files.set(`${language}/${pack.id}.md`, packPage(pack, rules, language));
    for (const check of checks.values())
      files.set(`${language}/checks/${check.name}.md`, checkPage(check, rules, language));
    const pages = processes.map((process) => processPage(process, language));
    files.set(`${language}/catalogue.md`, `${[`# ${label('rulebase.title-catalogue')}`, ...pages].join('\n\n')}\n`);
    const facts = [...factsWithoutRule()].map(([id, because]) => `| ${id} | ${because[language]} |`);
    const factsHead = [`# ${label('rulebase.title-facts')}`, '', label('rulebase.facts-note'), ''];
    const factsTable = [
      `| ${label('rulebase.label-fact')} | ${label('rulebase.label-reason')} |`,
      '|---|---|',
      ...facts,
    ];
    files.set(`${language}/facts.md`, `${[...factsHead, ...factsTable].join('\n')}\n`);
    files.set(
      `${language}/index.md`,
      [
        `# ${label('rulebase.title-reference')}`,
        '',
        label('rulebase.generated'),
        '',
        ...packs.map((pack) => `- [${pack.title[language]}](${pack.id}.md)`),
        `- [${label('rulebase.title-catalogue')}](catalogue.md)`,
        `- [${label('rulebase.title-facts')}](facts.md)`,
        ...[...checks.keys()].toSorted().map((name) => `- [${name}](checks/${name}.md)`),
        '',
      ].join('\n'),
    );
  }
  return files;
}

function packPage(pack: Pack, rules: readonly PlacedRule[], language: Language): string {
  const label = (name: Parameters<typeof text>[0]) => say(text(name), language);
  const own = rules.filter((placed) => placed.pack.id === pack.id);
  const taken = pack.rules.filter(({ id }) => !own.some(({ rule }) => rule.id === id));
  const succession = [
    ...(pack.supersedes ?? []).map((each) => `- ${label('rulebase.supersedes')}: ${each.document} (≥ ${each.from})`),
    ...(pack.supersededBy ?? []).map(
      (each) => `- ${label('rulebase.superseded-by')}: ${each.document} (≥ ${each.from})`,
    ),
  ];
  const head = [
    `- ${label('rulebase.label-edition')}: ${pack.edition}`,
    ...(pack.inForce === undefined
      ? []
      : [`- ${label('rulebase.label-effective')}: ${pack.inForce.from} – ${pack.inForce.to ?? ''}`.trimEnd()]),
    ...(pack.sources ?? []).map(
      (each) => `- ${label('rulebase.label-source')}: ${each.document}, ${each.fact}, ${each.text}`,
    ),
    ...succession,
    ...(pack.notes ?? []).map((note) => `- ${note[language]}`),
    ...(taken.length === 0 ? [] : [`- ${label('rulebase.label-taken')}: ${taken.map(({ id }) => id).join(', ')}`]),
  ];
  const pages = own.map((placed) => rulePage(placed, language));
  return `${[`# ${pack.title[language]}`, head.join('\n'), ...pages].join('\n\n')}\n`;
}
