export { openModbusRtuReader } from './reader.ts';
