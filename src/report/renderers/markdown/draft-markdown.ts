import { type Language, say, type Text, text } from '../../../messages/index.ts';
import type { Draft, DraftBlock, Said } from '../../../rectification/index.ts';

/** A draft as Markdown: marked as what it is, with a line for everything that a hand has to write. */
export function draftMarkdown(draft: Draft, language: Language): string {
  const speak = (key: Text) => say(key, language);
  const parts = [
    `# ${speak(draft.title)}`,
    `**${speak(text(draft.marking === 'draft' ? 'drafts.marking-draft' : 'drafts.marking-proposal'))}**`,
    ...(draft.simulated ? [`**${speak(text('drafts.simulated'))}**`] : []),
    ...draft.blocks.map((block) => blockText(block, language)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: DraftBlock, language: Language): string {
  const blank = say(text('drafts.blank'), language);
  switch (block.kind) {
    case 'fields':
      return block.rows
        .map(({ label, value }) => `- ${say(label, language)}：${value === undefined ? blank : said(value, language)}`)
        .join('\n');
    case 'paragraph':
      return said(block.says, language);
    case 'list': {
      const items = block.items.map((item, index) => `${index + 1}. ${said(item, language)}`).join('\n');
      return block.title === undefined ? items : `**${say(block.title, language)}**\n\n${items}`;
    }
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
      const head = block.head.map((it) => say(it, language));
      const rows = block.rows.map((row) => line(row.map((cell) => said(cell, language))));
      return [line(head), line(head.map(() => '---')), ...rows].join('\n');
    }
  }
}

function said(it: Said, language: Language): string {
  if (typeof it === 'string') return it;
  return 'key' in it ? say(it, language) : it[language];
}
