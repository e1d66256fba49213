export { openOpcuaReader } from './reader.ts';
export { askOpcuaCertificates, trustOpcuaCertificate } from './server-certificates.ts';
