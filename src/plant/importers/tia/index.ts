export { readTiaTags } from './read-tia-tags.ts';
