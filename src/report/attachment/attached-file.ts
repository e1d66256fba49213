/** A file within a PDF, associated with the whole document (ISO 32000-2 §14.13, PDF/A-3). */
export interface AttachedFile {
  /** ASCII, without folders: viewers save it under this name. */
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** What it is to the report: what it was drawn from, or what belongs to it. */
  readonly relationship: 'Source' | 'Supplement';
  readonly bytes: Uint8Array;
}
