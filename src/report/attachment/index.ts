export { attachRecord } from './attach-record.ts';
export type { AttachedFile } from './attached-file.ts';
export { type AttachedRecord, carriesRecord, readAttached } from './read-attached.ts';
