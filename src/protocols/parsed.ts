import type { Text } from '../messages/index.ts';

/** What a parser of addresses or endpoints gives: the thing, or a Text that says what stands there and what was expected. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: Text };
