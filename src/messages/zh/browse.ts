export const browse = {
  'browse.verb': '列出 OPC UA 服务器的地址空间，只读，可导出为点表底稿',
  'browse.argument-endpoint': 'OPC UA 端点（opc.tcp://主机:端口）',
  'browse.option-json': '以 JSON 写到标准输出',
  'browse.option-csv': '以 CSV 写到标准输出',
  'browse.only-opcua': '只有 OPC UA 有地址空间，{protocol} 没有',
  'browse.no-answer': '{url}：{fault}',
  'browse.unseen': '{path} 之下未能查看：{fault}',
  'browse.not-whole': '节点过多，只列出前 {nodes} 个',
  'browse.count': '共 {nodes} 个节点，{requests} 次请求，写请求 0',
} as const;
