export { readPlcopen } from './read-plcopen.ts';
