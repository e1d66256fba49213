export { earlierRecords } from './earlier-records.ts';
export { conclusionOf, type Statement } from './statement.ts';
export { type BundleCheck, verifyBundle } from './verify-bundle.ts';
export { verifyEntries } from './verify-chain.ts';
export { documentName } from './verify-documents.ts';
export { photographStatements } from './verify-photographs.ts';
export { type ReportCheck, verifyReport } from './verify-report.ts';
