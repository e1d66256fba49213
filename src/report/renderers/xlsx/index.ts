export { auditWorkbook } from './audit-workbook.ts';
export { rateText } from './ledger/rate-text.ts';
export { writeLedger } from './ledger/write-ledger.ts';
