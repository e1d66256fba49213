export { appendExpertFinding, type NewExpertFinding } from './append-expert-finding.ts';
export { entryHash, genesis } from './chain.ts';
export { MemoryLog } from './memory-log.ts';
export { openDatabase } from './open-database.ts';
export { type ChainState, type Entry, readEntries, verifyChain } from './read-entries.ts';
export { readRecord, readRecordAt } from './read-record.ts';
export { readSamples } from './read-samples.ts';
export { createSqliteLog } from './sqlite-log.ts';
export { writeEntries } from './write-entries.ts';
