export { openFiles } from './open-files.ts';
export { openFileReader } from './reader.ts';
