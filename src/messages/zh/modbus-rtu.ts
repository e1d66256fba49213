export const modbusRtu = {
  'modbus-rtu.endpoint-form':
    '不认识的串口端点“{written}”，应写成 modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&stop=1，或经串口服务器透传的 modbus-rtu-tcp://主机:端口?unit=1',
  'modbus-rtu.endpoint-missing': '端点“{written}”没有写 {parameter}；{parameter} 不能猜，请按现场设置补上',
  'modbus-rtu.endpoint-parameter': '端点“{written}”里的参数“{parameter}”不认识或写了两次，可以写：{known}',
  'modbus-rtu.endpoint-value': '端点“{written}”的 {parameter} 应为{expected}，写的是“{value}”',
  'modbus-rtu.expected-unit': ' 1 到 247 的整数',
  'modbus-rtu.expected-baud': ' 300 到 4000000 的整数',
  'modbus-rtu.expected-parity': ' none、even 或 odd',
  'modbus-rtu.expected-stop': ' 1 或 2',
  'modbus-rtu.expected-data': ' 8',
  'modbus-rtu.expected-port': ' 1 到 65535 的整数',
} as const;
