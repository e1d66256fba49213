export const browse = {
  'browse.verb': '列出 OPC UA 服务器的地址空间，只读，可导出为点表底稿',
  'browse.argument-endpoint':
    'OPC UA 端点（opc.tcp://主机:端口，不加密、匿名），或装置文件（按其中声明的安全方式和登录信息）',
  'browse.option-json': '以 JSON 写到标准输出',
  'browse.option-csv': '以 CSV 写到标准输出',
  'browse.option-controller': '装置文件中有多台 OPC UA 服务器时，查看哪一台（控制器编号）',
  'browse.open-channel': '未给出装置文件：以不加密的连接匿名查看。按声明的安全方式查看请写装置文件代替端点',
  'browse.controller-without-plant': '--controller 只与装置文件一起使用',
  'browse.no-server': '装置文件中没有 OPC UA 控制器',
  'browse.which-server': '请用 --controller 指明一台 OPC UA 控制器：{servers}',
  'browse.only-opcua': '只有 OPC UA 有地址空间，{protocol} 没有',
  'browse.no-answer': '{url}：{fault}',
  'browse.unseen': '{path} 之下未能查看：{fault}',
  'browse.not-whole': '节点过多，只列出前 {nodes} 个',
  'browse.count': '共 {nodes} 个节点，{requests} 次请求，写请求 0',
} as const;
