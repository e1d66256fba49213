export { openS7Reader } from './reader.ts';
