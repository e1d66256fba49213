import { type Language, say, text } from '../../messages/index.ts';
import type { Draft } from '../../rectification/index.ts';
import { type PaperFrame, paintPaperFrame, renderPdf } from '../renderers/pdf/index.ts';
import { drawPaper } from './draw-paper.ts';

/** How a draft is set and filed. */
export interface PaperOptions {
  readonly language: Language;
  /** Of the paper, not of the printing: the same draft gives the same bytes. */
  readonly date: Date;
  readonly creator: string;
  /** A font file of the user's own for running text: 仿宋, say. */
  readonly bodyFont?: string;
}

/**
 * A draft as the form that it is, in the geometry of GB/T 9704 and without a red head: type area 156 × 225 mm, 22 lines of 28
 * characters, marked as a draft on every page. A character without a glyph throws `MissingGlyph`.
 */
export function draftPdf(draft: Draft, { language, date, creator, bodyFont }: PaperOptions): Promise<Uint8Array> {
  const speak = (key: Parameters<typeof text>[0], values?: Parameters<typeof text>[1]) =>
    say(text(key, values), language);
  const isDraft = draft.marking === 'draft';
  const frame: PaperFrame = {
    stamp: speak(isDraft ? 'drafts.stamp-draft' : 'drafts.stamp-proposal'),
    marks: [
      speak(isDraft ? 'drafts.marking-draft' : 'drafts.marking-proposal'),
      ...(draft.simulated ? [speak('drafts.simulated')] : []),
    ],
    pageOf: (page) => speak('drafts.page', { page }),
  };
  return renderPdf(
    {
      title: say(draft.title, language),
      language,
      createdAt: date,
      creator,
      paintFrame: (sheet, number) => paintPaperFrame(sheet, frame, number),
      ...(bodyFont === undefined ? {} : { bodyFont }),
    },
    (sheet) => drawPaper(sheet, draft, language),
  );
}
