import type { Text } from '../../messages/index.ts';

/** One row of an export, as far as its format tells: nothing in it is guessed. */
export interface ImportedTag {
  /** `R12`, `Sheet1!R12`. */
  readonly place: string;
  readonly tag?: string;
  readonly address?: string;
  /** The type in the words of the export. */
  readonly writtenType?: string;
  /** Our name of that type, where the format fixes it (REAL of STEP 7 is 32 bits wide). */
  readonly type?: string;
  readonly unit?: string;
  readonly low?: string;
  readonly high?: string;
  /** In the form of a point list: `0.1 - 40`. */
  readonly scale?: string;
  readonly description?: string;
  readonly controller?: string;
  /** What one means, in the plant file's words only. */
  readonly oneMeans?: string;
  /** The role in the words of the export; ours are taken as they are. */
  readonly role?: string;
  /** The value that the program starts with: of a constant, the constant. */
  readonly initial?: string;
  /** Who may write it, in the words of the export. */
  readonly access?: string;
  /** Alarm and trip limits in the words of the export, for the lint. */
  readonly limits?: Readonly<Partial<Record<'ll' | 'l' | 'h' | 'hh', string>>>;
  /** Why this row can be no point, where its format knows. */
  readonly unreadable?: Text;
}
