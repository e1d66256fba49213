export const modbus = {
  'modbus.endpoint-form':
    '不认识的 Modbus 端点“{written}”，应写成 modbus://主机[:502]?unit=站号，例如 modbus://192.0.2.30:502?unit=1',
  'modbus.endpoint-unit-missing': '端点“{written}”没有写站号；站号不能猜，请补上 ?unit=0 到 255',
  'modbus.endpoint-unit-range': '端点“{written}”的站号应为 0 到 255 的整数，写的是“{unit}”',
  'modbus.endpoint-port-range': '端点“{written}”的端口应为 1 到 65535',
  'modbus.endpoint-parameter': '端点“{written}”里有不认识的参数“{parameter}”，只能写一次 unit',
  'modbus.address-form':
    '不认识的 Modbus 地址“{written}”；应为 40001、400001、30001、10001、00001（从 1 起），或 holding:0、input:12、discrete:4、coil:3（从 0 起），寄存器中的位写成 40008.3',
  'modbus.address-needs-mapping':
    '“{written}”是 PLC 内部元件号，不是 Modbus 地址；请查该 PLC 说明书的 Modbus 地址对照表，写成 40001 或 holding:0 的形式',
  'modbus.address-range':
    '“{written}”超出 Modbus 地址范围：{type} 占 {count} 个{item}，最后一个不得超过 65535（从 0 起）',
  'modbus.item-register': '寄存器',
  'modbus.item-bit': '位',
  'modbus.bit-range': '“{written}”的位号应为 0 到 15',
  'modbus.bit-in-bit-table': '“{written}”是线圈或离散输入，本身就是一位，不能再写位号',
  'modbus.bit-missing': '“{written}”是 16 位寄存器，类型 bool 须写明是哪一位，例如 {written}.0',
  'modbus.bit-not-bool': '“{written}”指明了一位，类型应为 bool，写的是 {type}',
  'modbus.bit-table-not-bool': '“{written}”是线圈或离散输入，类型只能是 bool，写的是 {type}',
  'modbus.no-eight-bits': '“{written}”是 16 位寄存器，没有 {type} 类型；请按说明书改用 int16、uint16 或寄存器中的位',
} as const;
