export const protocols = {
  'protocols.endpoint-scheme':
    '不认识的端点“{written}”，应为 opc.tcp://主机:端口、modbus://主机:502?unit=1、modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&stop=1、modbus-rtu-tcp://主机:端口?unit=1 或 s7://主机?rack=0&slot=2',
  'protocols.fault-timeout-connect': '连接 {seconds} 秒超时',
  'protocols.fault-timeout-handshake': '握手 {seconds} 秒无响应',
  'protocols.fault-timeout-read': '读取 {seconds} 秒无响应',
  'protocols.fault-unreachable': '网络不可达（{code}）',
  'protocols.fault-refused': '设备拒绝（{name}，{code}）',
  'protocols.fault-no-such-address': '地址不存在（{name}，{code}）',
  'protocols.fault-access-denied': '无权读取（{name}，{code}）',
  'protocols.fault-not-served': '设备不提供该功能（{name}，{code}）',
  'protocols.fault-busy': '设备忙（{name}，{code}）',
  'protocols.fault-malformed-reply': '应答不合规约（{what}），已断开',
  'protocols.fault-undecodable': '数据无法解码（{what}）',
  'protocols.fault-stopped-breaker': '连续出错，已停止读取该控制器',
  'protocols.fault-stopped-budget': '已达通信预算，停止读取该控制器',
  'protocols.fault-stopped-operator': '操作人员中止',
} as const;
