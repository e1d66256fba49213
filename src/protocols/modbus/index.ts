export { openModbusReader } from './reader.ts';
