export const protocols = {
  'protocols.endpoint-scheme':
    '不认识的端点“{written}”，应为 opc.tcp://主机:端口、modbus://主机:502?unit=1 或 s7://主机?rack=0&slot=2',
} as const;
