export { type Explanation, explainOutcome, explanationText } from './explanation/index.ts';
export { type ReportModel, reportModel } from './model.ts';
export { deadlineCalendar } from './renderers/ics/index.ts';
export { type ResultDocument, resultDocument, resultText } from './renderers/json/index.ts';
export { type TerminalOptions, terminalSummary } from './renderers/terminal/index.ts';
export {
  checkSignatures,
  holderOf,
  openSigningIdentity,
  type SignatureReport,
  type SignatureVerdict,
  signReport,
  UnusableIdentity,
} from './signing/index.ts';
export type { Particulars } from './source.ts';
export { writePdf } from './write-pdf.ts';
