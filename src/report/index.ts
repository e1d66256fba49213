export { type AttachedFile, attachRecord, carriesRecord, readAttached } from './attachment/index.ts';
export { type BundleFiles, isBundle, makeBundle, openBundle, sha256 } from './bundle/index.ts';
export {
  type ChecklistAnswer,
  type ChecklistItem,
  checklistKinds,
  checklistOf,
  photographId,
} from './checklist/index.ts';
export { type Explanation, explainOutcome, explanationText } from './explanation/index.ts';
export { type ReportModel, reportModel } from './model.ts';
export { draftPdf } from './papers/index.ts';
export { redraw } from './redraw.ts';
export { checklistHtml, htmlOf } from './renderers/html/index.ts';
export { deadlineCalendar } from './renderers/ics/index.ts';
export { type ResultDocument, resultDocument, resultText } from './renderers/json/index.ts';
export { draftMarkdown } from './renderers/markdown/index.ts';
export { assessmentResults, planOfAction } from './renderers/oscal/index.ts';
export { fontFile, fontNames, MissingGlyph } from './renderers/pdf/index.ts';
export { type TerminalOptions, terminalSummary } from './renderers/terminal/index.ts';
export { auditWorkbook, rateText, writeLedger } from './renderers/xlsx/index.ts';
export {
  checkSignatures,
  holderOf,
  openSigningIdentity,
  signReport,
  UnusableIdentity,
} from './signing/index.ts';
export type { Particulars } from './source.ts';
export {
  conclusionOf,
  documentName,
  earlierRecords,
  photographStatements,
  type Statement,
  verifyBundle,
  verifyEntries,
  verifyReport,
} from './verification/index.ts';
export { writePdf } from './write-pdf.ts';
