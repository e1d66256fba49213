import type { AuditRecord, WatchRecord } from '../../audit/index.ts';
import type { Plant } from '../../plant/index.ts';

/** What is known so far: the plant file, what was audited and watched, and which files of documents are there. */
export interface Known {
  readonly plant: Plant;
  readonly audits: readonly AuditRecord[];
  readonly watches: readonly WatchRecord[];
  readonly today: string;
  hasFile(file: string): boolean;
}

/** The last audit of the whole plant, or of anything where there is none. */
export function newestOf(audits: readonly AuditRecord[]): AuditRecord | undefined {
  const inTime = [...audits].sort((a, b) => (a.header.startedAt < b.header.startedAt ? -1 : 1));
  return (
    inTime.filter(({ header }) => header.only === undefined && header.recheck === undefined).at(-1) ?? inTime.at(-1)
  );
}
