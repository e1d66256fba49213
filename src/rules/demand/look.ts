import type { Text } from '../../messages/index.ts';
import type { Value } from '../../protocols/index.ts';

/**
 * One look at a point: what it said was so at some moment after `sentMs` and no later than `receivedMs` (ms since 1970, our
 * clock); or why it said nothing that may be judged.
 */
export type Look = { readonly tag: string; readonly sentMs: number; readonly receivedMs: number } & (
  | { readonly value: Value }
  | { readonly why: Text }
);
