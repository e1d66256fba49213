import type { AuditRecord } from '../audit/index.ts';
import type { AttachedFile } from './attachment/index.ts';
import type { Edition } from './edition.ts';
import { type EvidenceIndex, indexEvidence } from './evidence-index.ts';
import type { Voice } from './words/index.ts';

/** What the firm that issues the report fills in (a field that nobody gave stays a blank line), and which edition it is. */
export interface Particulars extends Edition {
  readonly reportNumber?: string;
  readonly firm?: string;
  /** Version of the tool that draws, where it is not the one that audited. */
  readonly drawnBy?: string;
  /** Files that travel within the report: the record that it is drawn from. */
  readonly attached?: readonly AttachedFile[];
}

/** What every section is built from. */
export interface Source {
  readonly record: AuditRecord;
  readonly evidence: EvidenceIndex;
  readonly voice: Voice;
  readonly particulars: Particulars;
}

/** Opens a record for the builders of sections. */
export function sourceOf(record: AuditRecord, voice: Voice, particulars: Particulars): Source {
  return { record, evidence: indexEvidence(record), voice, particulars };
}
