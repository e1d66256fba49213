/** What an export says of one of its things. */
export type ComparedField =
  | 'address'
  | 'type'
  | 'unit'
  | 'low'
  | 'high'
  | 'scale'
  | 'constant'
  | 'LL'
  | 'L'
  | 'H'
  | 'HH'
  | 'access'
  | 'controller'
  | 'role'
  | 'one_means'
  | 'description'
  | 'name'
  | 'sil'
  | 'causes'
  | 'effects'
  | 'kind'
  | 'body';

/** One difference between two exports of a controller. */
export type ExportChange = {
  readonly what: 'tag' | 'block' | 'function';
  readonly id: string;
} & (
  | { readonly change: 'added' | 'removed' }
  /** The same address and type under another name. */
  | { readonly change: 'renamed'; readonly before: string; readonly after: string }
  | { readonly change: 'changed'; readonly field: ComparedField; readonly before: string; readonly after: string }
);

/** A row or table that could not be held against the other export. */
export interface Uncompared {
  readonly side: 'before' | 'after';
  readonly place: string;
  readonly because: 'no-tag' | 'tag-twice' | 'no-header' | 'unclear';
}

/** What two exports have in common and in which they differ. */
export interface ExportComparison {
  readonly before: ComparedExport;
  readonly after: ComparedExport;
  readonly changes: readonly ExportChange[];
  readonly uncompared: readonly Uncompared[];
}

/** What was compared of one export, and the hash by which a baseline names it. */
export interface ComparedExport {
  readonly sha256: string;
  readonly tags: number;
  readonly blocks: number;
  readonly functions: number;
}
