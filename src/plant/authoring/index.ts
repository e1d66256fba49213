export { addClaims } from './add-claims.ts';
export { insertEntries } from './insert-entries.ts';
