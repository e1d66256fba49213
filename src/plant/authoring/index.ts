export { addClaims } from './add-claims.ts';
export { addToList } from './add-to-list.ts';
export { insertEntries } from './insert-entries.ts';
export { recite } from './recite.ts';
export { setKey } from './set-key.ts';
