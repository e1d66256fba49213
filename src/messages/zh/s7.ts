export const s7 = {
  's7.address-form':
    '不认识的 S7 地址“{written}”，应写成 DB10.DBD4、DB10.DBX0.3、MW20、M30.1、I0.1、DB1,REAL4 或 DB1.X5.2',
  's7.address-type': '地址“{written}”按写法（{letter}）只能是 {fitting}，而点的类型写的是 {type}',
  's7.address-bit': '地址“{written}”应带位号 0 到 7，例如 DB10.DBX0.3、M30.1',
  's7.address-array': '地址“{written}”末尾的“.{rest}”多余：每个点只读一个值，不读数组',
  's7.address-string-length': '地址“{written}”的字符串长度应为 1 到 254',
  's7.address-db': '地址“{written}”的 DB 号应为 1 到 65535',
  's7.address-byte': '地址“{written}”超出 65536 字节的范围',
  's7.endpoint-form':
    '不认识的 S7 端点“{written}”，应写成 s7://主机?rack=0&slot=3（端口不是 102 时写 s7://主机:端口?…）',
  's7.endpoint-missing': 'S7 端点“{written}”缺少 {parameter}：机架号和槽号都必须写明，不作猜测',
  's7.endpoint-range': 'S7 端点“{written}”的 {parameter} 应为 0 到 {highest}，写的是“{value}”',
  's7.endpoint-unknown': 'S7 端点“{written}”中不认识的参数“{parameter}”，只能写 rack 和 slot，各一次',
} as const;
