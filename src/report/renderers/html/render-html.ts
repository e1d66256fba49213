import type { ReportModel } from '../../model.ts';
import type { SectionModels } from '../../sections/index.ts';
import { htmlText } from './html-text.ts';
import { factsOf, heading, paragraph, tableOf } from './parts.ts';
import { style } from './style.ts';

type Section = keyof SectionModels;

/** How a section stands on a page without pages; the curves of the trends stand in the PDF only. */
const writers: { readonly [N in Section]?: (model: SectionModels[N]) => readonly string[] } = {
  conclusion: (it) => [
    paragraph(it.sentence),
    paragraph(it.reach),
    ...it.beside.map((line) => paragraph(line, 'quiet')),
    `<p class="verdict ${it.verdict.tone}">${htmlText(it.verdict.sentence)}</p>`,
    heading(3, it.answersTitle),
    ...it.units.map(({ name, counts, answers }) => {
      const rows = answers.map(({ label, says }) => ({ label, value: says }));
      return `${paragraph(`${name}　${counts}`)}${factsOf(rows)}`;
    }),
    heading(3, it.findingsTitle),
    tableOf(it.findings),
    heading(3, it.topTitle),
    tableOf(it.top),
    ...(it.more === undefined ? [] : [paragraph(it.more)]),
    paragraph(it.others),
    paragraph(it.proposal, 'quiet'),
  ],
  recheck: (it) => [
    paragraph(it.sentence),
    ...it.intro.map((line) => paragraph(line, 'quiet')),
    tableOf(it.overview),
    heading(3, it.freshTitle),
    it.fresh.rows.length === 0 ? paragraph(it.noFresh) : tableOf(it.fresh),
    heading(3, it.findingsTitle),
    ...it.findings.map((finding) =>
      [
        `<article class="${finding.tone}" id="${htmlText(finding.anchor)}">`,
        heading(3, finding.heading),
        paragraph(finding.verdict, finding.tone),
        paragraph(finding.statement),
        ...(finding.parts.rows.length === 0 ? [] : [tableOf(finding.parts)]),
        ...(finding.points.rows.length === 0 ? [] : [tableOf(finding.points)]),
        ...finding.because.map((line) => paragraph(line)),
        '</article>',
      ].join('\n'),
    ),
  ],
  unverified: (it) => [
    paragraph(it.intro),
    ...it.tables.flatMap(({ title, table }) => [heading(3, title), tableOf(table)]),
  ],
  findings: (it) => [
    paragraph(it.intro),
    ...it.findings.map((finding) => {
      const pairs = finding.pairs.map(({ expected, actual }) => [expected, actual]);
      return [
        `<article class="${finding.tone}" id="${htmlText(finding.anchor)}">`,
        heading(3, finding.heading),
        paragraph(finding.severity, finding.tone),
        paragraph(finding.statement),
        tableOf({ headers: [finding.expectedTitle, finding.actualTitle], rows: pairs }),
        factsOf(finding.facts),
        heading(3, finding.evidenceTitle),
        finding.noEvidence === undefined ? tableOf(finding.evidence) : paragraph(finding.noEvidence),
        '</article>',
      ].join('\n');
    }),
  ],
  expertFindings: (it) => [paragraph(it.intro), tableOf(it.findings)],
  otherFindings: (it) => [paragraph(it.intro), tableOf(it.findings), heading(3, it.rowsTitle), tableOf(it.rows)],
  rectification: (it) => [
    paragraph(it.intro),
    tableOf({
      headers: it.headers,
      rows: it.rows.map((row) => [row.number, `${row.subject}\n${row.problem}`, row.severity, row.limit]),
      links: it.rows.map((row) => row.to),
    }),
  ],
  coverage: (it) => [
    paragraph(it.legend, 'quiet'),
    ...it.units.flatMap(({ name, statement, natures, none }) => [
      heading(3, name),
      paragraph(statement),
      ...(none === undefined ? [] : [paragraph(none)]),
      ...natures.map(({ title, headers, rows }) => {
        const lines = rows.map((row) => {
          return [row.id, row.name, row.by, ...row.cells.map(({ says }) => says), row.result, row.missing];
        });
        return `${paragraph(title, 'quiet')}${tableOf({ headers, rows: lines })}`;
      }),
    ]),
  ],
  causeEffect: (it) => [
    paragraph(it.intro),
    ...it.units.flatMap(({ name, tables }) => [
      heading(3, name),
      ...tables.map(({ effects, rows }) => {
        return tableOf({
          headers: [...it.headers, ...effects],
          rows: rows.map((row) => [row.function, row.cause, ...row.signs.map(({ says }) => says)]),
        });
      }),
    ]),
  ],
  demands: (it) => [
    paragraph(it.intro),
    ...it.records.flatMap((one) => [
      heading(3, one.title),
      ...(one.unfit === undefined ? [] : [paragraph(one.unfit, 'quiet')]),
      factsOf(one.facts.map(({ label, value }) => ({ label, value: value ?? '' }))),
      tableOf(one.judgements),
      ...(one.tested === undefined ? [] : [tableOf(one.tested)]),
      paragraph(one.eventsTitle),
      tableOf(one.events),
    ]),
  ],
  controllers: (it) => [
    ...it.controllers.flatMap(({ name, facts }) => [heading(3, name), factsOf(facts)]),
    ...(it.note === undefined ? [] : [paragraph(it.note, 'quiet')]),
  ],
  traffic: (it) => [paragraph(it.writes, 'verdict'), paragraph(it.explanation), tableOf(it.traffic)],
  rules: (it) => [
    heading(3, it.packsTitle),
    tableOf(it.packs),
    heading(3, it.rulesTitle),
    tableOf(it.rules),
    heading(3, it.sourcesTitle),
    tableOf(it.sources),
  ],
  readings: (it) => [paragraph(it.intro), tableOf(it.readings)],
  chain: (it) => [paragraph(it.explanation), factsOf(it.facts)],
};

/** The report as one HTML file that needs nothing beside it: no script, no font, no picture, no address outside. */
export function htmlOf(model: ReportModel): string {
  const { cover } = model.sections;
  const names = model.shown.filter((name) => writers[name] !== undefined);
  const contents = names.map((name) => `<li><a href="#section-${name}">${htmlText(titleOf(model, name))}</a></li>`);
  const sections = names.map((name) => {
    return `<section>\n${heading(2, titleOf(model, name), `section-${name}`)}\n${write(model.sections, name).join('\n')}\n</section>`;
  });
  return `<!doctype html>
<html lang="${model.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(model.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${htmlText(cover.title)}</h1>
${cover.marks.map((mark) => paragraph(mark, 'marks')).join('\n')}
${paragraph(cover.enterprise)}
${factsOf(cover.facts)}
${paragraph(cover.proposal, 'quiet')}
</header>
<nav><ul>${contents.join('')}</ul></nav>
${sections.join('\n')}
</body>
</html>
`;
}

function titleOf({ sections }: ReportModel, name: Section): string {
  return sections[name].title;
}

function write<N extends Section>(sections: SectionModels, name: N): readonly string[] {
  return writers[name]?.(sections[name]) ?? [];
}
