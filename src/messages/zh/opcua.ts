export const opcua = {
  'opcua.address-form':
    '“{written}”不是 OPC UA 节点地址，应写成 ns=2;s=标识、ns=3;i=1001、ns=2;g=GUID、ns=2;b=Base64 或 nsu=命名空间URI;s=标识',
  'opcua.address-namespace': '“{written}”的命名空间序号应为 0 到 65535',
  'opcua.address-numeric': '“{written}”的数字标识应为 0 到 4294967295',
  'opcua.address-guid': '“{written}”的 GUID 应为 8-4-4-4-12 位十六进制数',
  'opcua.address-opaque': '“{written}”的 b= 标识应为 Base64',
  'opcua.address-string': '“{written}”的 s= 标识应有 1 到 4096 个字符',
  'opcua.address-uri': '“{written}”的命名空间 URI 里 % 须写成 %25，; 须写成 %3B',
  'opcua.endpoint-form':
    '“{written}”不是 OPC UA 端点，应写成 opc.tcp://主机:4840 或 opc.tcp://主机:4840/路径，不带用户名和口令',
  'opcua.endpoint-port': '“{written}”的端口应为 1 到 65535',
} as const;
