export { readTagList } from './read-tag-list.ts';
