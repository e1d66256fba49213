import { type Language, say, text } from '../../messages/index.ts';
import type { Draft, DraftBlock, DraftField } from '../../rectification/index.ts';
import { prose, type Sheet } from '../renderers/pdf/index.ts';
import { drawClosing, isClosing } from './draw-closing.ts';
import { drawFormLines } from './draw-form-lines.ts';
import { drawPaperTable } from './draw-paper-table.ts';
import { bodySize, leading, noteSize } from './measures.ts';
import { said } from './said.ts';

/** Draws a draft as a form: issuer, title and number, then its parts in their order. */
export function drawPaper(sheet: Sheet, draft: Draft, language: Language): void {
  sheet.section();
  const rows = draft.blocks.flatMap((block) => (block.kind === 'fields' ? block.rows : []));
  const blank = say(text('drafts.blank'), language);
  const only = (as: DraftField['as']) => rows.filter((row) => row.as === as);
  for (const { label, value } of only('issuer')) {
    const named = value === undefined ? `${blank}${blank}${sayPlace(label, language)}` : said(value, language);
    prose(sheet, named, { size: bodySize, align: 'center', leading, after: 6 });
  }
  sheet.outline(say(draft.title, language));
  prose(sheet, say(draft.title, language), { size: 22, bold: true, align: 'center', leading: 1.6, after: 8, as: 'H1' });
  for (const { label, value } of only('number')) {
    const number = value === undefined ? `${labelled(label, language)}${blank}` : said(value, language);
    prose(sheet, number, { size: bodySize, align: 'center', leading, after: 2 });
  }
  for (const { label, value } of only('issuer-note')) {
    const note = `${labelled(label, language)}${value === undefined ? blank : said(value, language)}`;
    prose(sheet, note, { size: noteSize, sans: true, tone: 'quiet', align: 'center', after: 2 });
  }
  sheet.y += 10;
  for (const block of draft.blocks) drawBlock(sheet, block, language);
}

function drawBlock(sheet: Sheet, block: DraftBlock, language: Language): void {
  const running = { size: bodySize, leading, firstLine: bodySize * 2, after: 0 } as const;
  switch (block.kind) {
    case 'fields': {
      const own = block.rows.filter(({ as }) => as !== 'issuer' && as !== 'number' && as !== 'issuer-note');
      for (const row of own.filter(({ as }) => as === 'addressee')) {
        const name = row.value === undefined ? say(text('drafts.blank'), language) : said(row.value, language);
        prose(sheet, say(text('drafts.label', { label: name }), language), { size: bodySize, leading, after: 0 });
      }
      const rest = own.filter(({ as }) => as !== 'addressee');
      if (isClosing(rest)) drawClosing(sheet, rest, language);
      else drawFormLines(sheet, rest, language);
      return;
    }
    case 'paragraph':
      if (block.as === 'note') {
        sheet.reserve(bodySize * leading + 4);
        sheet.y += 6;
        sheet.rule('quiet');
        sheet.y += 2;
        prose(sheet, said(block.says, language), { size: 12, leading: 1.7, firstLine: 12, after: 0 });
      } else prose(sheet, said(block.says, language), running);
      return;
    case 'list':
      if (block.title !== undefined) {
        // A title stays with the first lines of what it heads.
        sheet.reserve(bodySize * leading * 3);
        const isHeading = !/[：:]$/.test(say(block.title, language));
        if (isHeading) sheet.y += 4;
        prose(sheet, say(block.title, language), { ...running, bold: isHeading, ...(isHeading ? { as: 'H2' } : {}) });
      }
      for (const [index, item] of block.items.entries()) {
        const numbered = { number: index + 1, says: said(item, language) };
        // One item alone is not counted.
        prose(sheet, block.items.length === 1 ? numbered.says : say(text('drafts.item', numbered), language), running);
      }
      return;
    case 'table':
      drawPaperTable(sheet, block, language);
  }
}

function labelled(label: DraftField['label'], language: Language): string {
  return say(text('drafts.label', { label: say(label, language) }), language);
}

function sayPlace(label: DraftField['label'], language: Language): string {
  return say(text('drafts.seal-place', { label: say(label, language) }), language);
}
