import type { AuditRecord } from '../audit/index.ts';
import type { Language } from '../messages/index.ts';
import type { AttachedFile } from './attachment/index.ts';
import { sha256 } from './bundle/index.ts';
import type { Drawing } from './drawing.ts';
import { editionMarks, sectionsShown } from './edition.ts';
import { marksOf } from './marks.ts';
import { recordOfUnit } from './record-of-unit.ts';
import { buildSections, type SectionModels, type SectionName, sectionNames } from './sections/index.ts';
import { type Particulars, sourceOf } from './source.ts';
import { voiceOf } from './words/index.ts';

/** A report as plain data: everything is said already, nothing is laid out yet. */
export interface ReportModel {
  readonly language: Language;
  readonly title: string;
  readonly enterprise: string;
  /** Report number where the firm gave one, else the number of the audit. */
  readonly number: string;
  /** Simulated, hypothetical, unfinished: on every page. */
  readonly marks: readonly string[];
  /** ms since 1970, of the record: the report itself never asks the time. */
  readonly createdAtMs: number;
  readonly creator: string;
  /** What somebody needs to draw the same pages again; the fonts are added when they are opened. */
  readonly drawing: Omit<Drawing, 'fonts'>;
  readonly sections: SectionModels;
  /** The sections that this edition shows, in the order of the report. */
  readonly shown: readonly SectionName[];
  /** Files that travel within it, each with a sentence that says what it is. */
  readonly attached: readonly { readonly file: AttachedFile; readonly says: string }[];
}

/**
 * Arranges a record as a report in one language. Draws from the record alone and changes no result. An edition of a unit that
 * the plant does not have throws.
 */
export function reportModel(whole: AuditRecord, language: Language, particulars: Particulars = {}): ReportModel {
  const voice = voiceOf(language);
  const { reportNumber, unit, summary = false, attached = [] } = particulars;
  const record = unit === undefined ? whole : recordOfUnit(whole, unit);
  if (record === undefined) throw new Error(`the plant has no unit ${unit}`);
  const { header, plant, end } = record;
  return {
    language,
    title: voice.say(header.recheck === undefined ? 'report.document-title' : 'recheck.document-title', {
      enterprise: plant.enterprise.name,
    }),
    enterprise: plant.enterprise.name,
    number:
      reportNumber === undefined
        ? voice.say('report.header-audit', { id: header.id })
        : voice.say('report.header-number', { number: reportNumber }),
    marks: [...marksOf(record).map(voice.tell), ...editionMarks(particulars, voice)],
    createdAtMs: Date.parse(end?.finishedAt ?? header.startedAt),
    creator: `tripline ${header.tripline}`,
    drawing: {
      format: 'tripline-drawing/1',
      drawnBy: particulars.drawnBy ?? header.tripline,
      language,
      ...(reportNumber === undefined ? {} : { reportNumber }),
      ...(particulars.firm === undefined ? {} : { firm: particulars.firm }),
      ...(summary ? { edition: 'summary' } : {}),
      ...(unit === undefined ? {} : { unit }),
      ...(attached.length === 0
        ? {}
        : { attached: attached.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })) }),
    },
    sections: buildSections(sourceOf(record, voice, particulars)),
    shown: sectionsShown(sectionNames(), {
      isRecheck: header.recheck !== undefined,
      hasExperts: (record.expertFindings ?? []).length > 0,
      hasDemands: (record.demands ?? []).length > 0,
      summary,
    }),
    attached: attached.map((file) => ({ file, says: voice.say(saysOf[file.relationship]) })),
  };
}

const saysOf = { Source: 'attachment.record', Supplement: 'attachment.packs' } as const;
