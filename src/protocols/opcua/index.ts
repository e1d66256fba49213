export { openOpcuaReader } from './reader.ts';
