export { browseOpcua } from './browse-opcua.ts';
export { probeOpcua } from './posture.ts';
export { openOpcuaReader } from './reader.ts';
export { askOpcuaCertificates, trustOpcuaCertificate } from './server-certificates.ts';
