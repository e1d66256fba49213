export { readKepware } from './read-kepware.ts';
