import type { Text } from '../messages/index.ts';
import type { EpochMs } from './observation.ts';

/**
 * How a file came to hold its rows. `samples`: read at those times, one row a look. `changes`: written when a value had
 * moved enough; between two rows nobody looked, or nothing moved enough. `events`: a sequence of events, every change of a
 * signal with its time; between two of them nothing changed. `snapshot`: each item once.
 */
export const exportKinds = ['samples', 'changes', 'events', 'snapshot'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** What a person says of the files of a controller: who handed them over and when, their zone, how they came about. */
export interface DeclaredExport {
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** Minutes east of UTC of time stamps that say no zone themselves. */
  readonly zoneMinutes: number;
  /** One for each file, or one for all of them. */
  readonly holds: readonly [ExportKind, ...ExportKind[]];
  /** When the export was made; absent = at its last row. */
  readonly until?: EpochMs;
}

/** What a reader of files is told beside its paths. */
export interface ExportTarget extends DeclaredExport {
  /** The folder that the paths are relative to. */
  readonly folder: string;
  /** Judge as of this moment: later rows are left aside. Absent = the end of the files. */
  readonly judgedAt?: EpochMs;
}

/** What was found in the files of a controller. */
export interface ExportReport extends Omit<DeclaredExport, 'holds' | 'until'> {
  /** The moment as of which the files are judged. */
  readonly until: EpochMs;
  readonly files: readonly ExportedFile[];
}

export interface ExportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly holds: ExportKind;
  readonly rows: number;
  /** Rows that lie behind the judged moment: not judged. */
  readonly later: number;
  /** Rows that gave nothing, and cells of asked points that are no value: where they stand, and why. */
  readonly refused: readonly { readonly place: string; readonly because: Text }[];
}
