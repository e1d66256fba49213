import { describe, expect, it } from 'vitest';
import { type Edit, faultLines, writeSample } from '../sample-plant.test-data.ts';

const faults: readonly (readonly [title: string, edits: readonly Edit[], lines: readonly string[]])[] = [
  [
    'USCC check digit',
    [['91370321MA3C000006', '91370321MA3C000008']],
    ['plant.yaml:4:9    enterprise.uscc                  校验位应为 6，写的是 8'],
  ],
  [
    'scale document',
    [['value: large, document: DOC-DESIGN', 'value: large, document: DOC-DESGIN']],
    ['plant.yaml:12:38  units.U100.scale.document        没有申报文件 DOC-DESGIN（是否为“DOC-DESIGN”？）'],
  ],
  [
    'state reversed',
    [['from: 2018-01-20T08:00, to: 2018-02-20T18:00', 'from: 2018-02-20T18:00, to: 2018-01-20T08:00']],
    ['plant.yaml:17:73  units.U200.state.to              结束应晚于开始'],
  ],
  [
    'expression: unknown tag',
    [['FT-101 > 5000 L/h and', 'FT-999 > 5000 L/h and']],
    ['plant.yaml:14:23  units.U100.state.running         没有申报位号 FT-999'],
  ],
  [
    'expression: unit',
    [['FT-101 > 5000 L/h and', 'FT-101 > 5000 kg/h and']],
    ['plant.yaml:14:23  units.U100.state.running         FT-101 的单位是“m3/h”，不能与“5000 kg/h”比较'],
  ],
  [
    'expression: missing unit',
    [['FT-101 > 5000 L/h and', 'FT-101 > 5000 and']],
    ['plant.yaml:14:23  units.U100.state.running         FT-101 的单位是“m3/h”，不能与“5000”比较'],
  ],
  [
    'expression: word on a number',
    [['FT-101 > 5000 L/h and', 'FT-101 == running and']],
    ['plant.yaml:14:23  units.U100.state.running         FT-101 没有 one_means，不能与“running”比较'],
  ],
  [
    'expression: word that does not fit',
    [['YS-101 == running"', 'YS-101 == open"']],
    ['plant.yaml:14:23  units.U100.state.running         YS-101 的 one_means 是 running，不能由它判断“open”'],
  ],
  [
    'expression: symbol',
    [['YS-101 == running"', 'YS-101 = running"']],
    ['plant.yaml:14:23  units.U100.state.running         表达式中不认识的符号“=”'],
  ],
  [
    'hazard units',
    [['substances: [toxic-gas], units: [U100]', 'substances: [toxic-gas], units: [U1000]']],
    ['plant.yaml:20:85  hazard_installations.MH1.units[0]  没有申报装置 U1000（是否为“U100”？）'],
  ],
  [
    'sequence of an element that nobody has',
    [['elements: [XZV-101]', 'elements: [XZV-1O1]']],
    ['plant.yaml:85:47  sequences.SEQ-1.elements[0]      没有哪个功能的执行元件叫 XZV-1O1（是否为“XZV-101”？）'],
  ],
  [
    'operational limit of a force',
    [
      ['csv', 'word_order,scale,description', 'word_order,operational_limit,description'],
      ['csv', 'measurement,,,,0.1 - 4,', 'measurement,,,,,'],
      ['csv', 'force,forced,,,,', 'force,forced,,,30 min,'],
    ],
    ['points.csv:9      FRC-101                          FRC-101 的用途是 force，operational_limit 只用于 bypass'],
  ],
  [
    'mirror of an unknown controller',
    [['vendor: SUPCON, via: opc-server', 'vendor: SUPCON, via: mirror(ESD)']],
    ['plant.yaml:23:43  controllers.DCS.via              没有申报控制器 ESD'],
  ],
  [
    'endpoints of two protocols, fault in one list',
    [['s7://192.0.2.21?rack=1&slot=3', 'modbus://192.0.2.21?unit=1']],
    ['plant.yaml:26:21  controllers.SIS.endpoints        冗余端点应为同一种协议，这里有 s7、modbus'],
  ],
  [
    'endpoint twice',
    [['s7://192.0.2.21?rack=1&slot=3', 's7://192.0.2.20?rack=0&slot=3']],
    ['plant.yaml:26:55  controllers.SIS.endpoints[1]     端点 s7://192.0.2.20?rack=0&slot=3 写了两次'],
  ],
  [
    'security on S7',
    [['via: direct, firmware: 1.10,', 'via: direct, security: { mode: None, policy: None },']],
    ['plant.yaml:25:84  controllers.SIS.security         只有 OPC UA 有 security，s7 没有，请删去'],
  ],
  [
    'word order on S7',
    [['via: direct, firmware: 1.10,', 'via: direct, word_order: ABCD,']],
    ['plant.yaml:25:86  controllers.SIS.word_order       只有 Modbus 有 word_order，请删去'],
  ],
  [
    'no word order',
    [['word_order: CDAB, ', '']],
    [
      'points.csv:26     AT-801                           AT-801（float32）占多个寄存器，须写明 word_order（ABCD、CDAB、BADC 或 DCBA），写在该点或控制器 GDS 上',
    ],
  ],
  [
    'function: unit, solver',
    [['    solver: SIS\n', '    solver: ESD\n']],
    ['plant.yaml:39:13  functions.SIF-101.solver         没有申报控制器 ESD'],
  ],
  [
    'row form',
    [['- { function: P03-C05 }', '- { function: P3-C5 }']],
    ['plant.yaml:37:21  functions.SIF-101.covers[1].function  应为控制功能编号，如 P03-C05，写的是“P3-C5”'],
  ],
  [
    'row of another process',
    [['- { function: P03-C05 }', '- { function: P05-C05 }']],
    ['plant.yaml:37:21  functions.SIF-101.covers[1].function  装置 U100 没有工艺 P05，不能覆盖 P05-C05'],
  ],
  [
    'vote channels',
    [['of: [TZT-101A, TZT-101B, TZT-101C]', 'of: [TZT-101A, TZT-101B]']],
    ['plant.yaml:44:15  functions.SIF-101.when[0].vote   2oo3 需要 3 个通道，这里有 2 个：TZT-101A, TZT-101B'],
  ],
  [
    'vote impossible',
    [['vote: 2oo3', 'vote: 4oo3']],
    ['plant.yaml:44:15  functions.SIF-101.when[0].vote   4oo3 不可能成立'],
  ],
  [
    'channel twice',
    [['of: [TZT-101A, TZT-101B, TZT-101C]', 'of: [TZT-101A, TZT-101B, TZT-101B]']],
    ['plant.yaml:45:34  functions.SIF-101.when[0].of[2]  通道 TZT-101B 写了两次，不能算两个通道'],
  ],
  [
    'unknown channel',
    [['of: [TZT-101A, TZT-101B, TZT-101C]', 'of: [TZT-101A, TZT-101B, TZT-101D]']],
    ['plant.yaml:45:34  functions.SIF-101.when[0].of[2]  没有申报位号 TZT-101D'],
  ],
  [
    'channel of a wrong role',
    [['of: [TZT-101A, TZT-101B, TZT-101C]', 'of: [TZT-101A, TZT-101B, TZSHH-101.SP]']],
    [
      'plant.yaml:45:34  functions.SIF-101.when[0].of[2]  TZSHH-101.SP 的用途是 setpoint，此处应为 measurement、feedback、trip、alarm、manual-trip、diagnostic、run-state、other',
    ],
  ],
  [
    'trip value beyond the range',
    [['above: 120 ℃', 'above: 250 ℃']],
    ['plant.yaml:46:24  functions.SIF-101.when[0].trip.above  250 ℃ 超出 TZT-101A、TZT-101B、TZT-101C 的量程 0～200 ℃'],
  ],
  [
    'trip value in another unit of the same kind, beyond the range',
    [['above: 120 ℃', 'above: 500 °F']],
    [
      'plant.yaml:46:24  functions.SIF-101.when[0].trip.above  500 °F 超出 TZT-101A、TZT-101B、TZT-101C 的量程 0～200 ℃',
    ],
  ],
  [
    'alarm value beyond the range',
    [['above: 110 ℃', 'above: -10 ℃']],
    [
      'plant.yaml:48:25  functions.SIF-101.when[0].alarm.above  -10 ℃ 超出 TZT-101A、TZT-101B、TZT-101C 的量程 0～200 ℃',
    ],
  ],
  [
    'trip unit',
    [['above: 120 ℃', 'above: 0.35 MPa(g)']],
    [
      'plant.yaml:46:24  functions.SIF-101.when[0].trip.above  0.35 MPa(g) 的单位不能与 TZT-101A、TZT-101B、TZT-101C、TZSHH-101.SP（℃）比较',
      'plant.yaml:46:87  functions.SIF-101.when[0].trip.deadband  1 ℃ 的单位不能与 trip 值（MPa(g)）比较',
      'plant.yaml:47:72  functions.SIF-101.when[0].trip.approved.tolerance  0.5 ℃ 的单位不能与 trip 值（MPa(g)）比较',
    ],
  ],
  [
    'trip without unit',
    [['above: 120 ℃', 'above: 120']],
    [
      'plant.yaml:46:24  functions.SIF-101.when[0].trip.above  120 的单位不能与 TZT-101A、TZT-101B、TZT-101C、TZSHH-101.SP（℃）比较',
      'plant.yaml:46:79  functions.SIF-101.when[0].trip.deadband  1 ℃ 的单位不能与 trip 值（无单位）比较',
      'plant.yaml:47:72  functions.SIF-101.when[0].trip.approved.tolerance  0.5 ℃ 的单位不能与 trip 值（无单位）比较',
    ],
  ],
  [
    'tolerance unit',
    [['tolerance: 0.5 ℃', 'tolerance: 0.5 %']],
    ['plant.yaml:47:72  functions.SIF-101.when[0].trip.approved.tolerance  0.5 % 的单位不能与 trip 值（℃）比较'],
  ],
  [
    'dead band and deviation',
    [
      ['deadband: 1 ℃', 'deadband: 1 kPa'],
      ['deviation: 3 ℃', 'deviation: 3 %'],
    ],
    [
      'plant.yaml:46:81  functions.SIF-101.when[0].trip.deadband  1 kPa 的单位不能与 trip 值（℃）比较',
      'plant.yaml:53:20  functions.SIF-101.when[0].deviation  3 % 的单位不能与 TZT-101A、TZT-101B、TZT-101C（℃）比较',
    ],
  ],
  [
    'gauge and absolute',
    [
      ['above: 120 ℃', 'above: 0.35 MPa(a)'],
      ['csv', 'TZSHH-101.SP,SIS,DB10.DBD40,float32,℃', 'TZSHH-101.SP,SIS,DB10.DBD40,float32,MPa(g)'],
      ['of: [TZT-101A, TZT-101B, TZT-101C]', 'of: [YS-101, SIS.RUN, XZV-101.ZSC]'],
    ],
    [
      'plant.yaml:45:14  functions.SIF-101.when[0].of[0]  YS-101 是开关量，没有可比较的数值；现场开关的联锁值 kind 应为 switch',
      'plant.yaml:45:22  functions.SIF-101.when[0].of[1]  SIS.RUN 是开关量，没有可比较的数值；现场开关的联锁值 kind 应为 switch',
      'plant.yaml:45:31  functions.SIF-101.when[0].of[2]  XZV-101.ZSC 是开关量，没有可比较的数值；现场开关的联锁值 kind 应为 switch',
      'plant.yaml:46:24  functions.SIF-101.when[0].trip.above  0.35 MPa(a) 的单位不能与 TZSHH-101.SP（MPa(g)）比较',
      'plant.yaml:46:87  functions.SIF-101.when[0].trip.deadband  1 ℃ 的单位不能与 trip 值（MPa(a)）比较',
      'plant.yaml:47:72  functions.SIF-101.when[0].trip.approved.tolerance  0.5 ℃ 的单位不能与 trip 值（MPa(a)）比较',
    ],
  ],
  [
    'readable without setpoint',
    [['kind: readable, setpoint: TZSHH-101.SP,', 'kind: readable,']],
    ['plant.yaml:46:9   functions.SIF-101.when[0].trip.setpoint  kind 为 readable 的联锁值须写明设定值位号 setpoint'],
  ],
  [
    'setpoint that is none',
    [['setpoint: TZSHH-101.SP', 'setpoint: TZT-101B']],
    ['plant.yaml:46:57  functions.SIF-101.when[0].trip.setpoint  TZT-101B 的用途是 measurement，此处应为 setpoint'],
  ],
  [
    'demand that the channel cannot say',
    [['demand: stopped', 'demand: closed']],
    ['plant.yaml:55:17  functions.SIF-101.when[1].demand  YS-101 的 one_means 是 running，不能由它判断“closed”'],
  ],
  [
    'demand on a number',
    [['      - of: [YS-101]\n', '      - of: [FT-101]\n']],
    ['plant.yaml:55:17  functions.SIF-101.when[1].demand  FT-101 没有 one_means，不能与“stopped”比较'],
  ],
  [
    'approved by nothing',
    [['document: DOC-SRS, revision: B', 'document: DOC-SRX, revision: B']],
    ['plant.yaml:47:39  functions.SIF-101.when[0].trip.approved.document  没有申报文件 DOC-SRX（是否为“DOC-SRS”？）'],
  ],
  [
    'revision',
    [['document: DOC-SRS, revision: B', 'document: DOC-SRS, revision: C']],
    ['plant.yaml:47:58  functions.SIF-101.when[0].trip.approved.revision  文件 DOC-SRS 的版次是 B，这里引用的是 C'],
  ],
  [
    'bypass of a wrong role',
    [['bypass: [MOS-101A, MOS-101B]', 'bypass: [MOS-101A, FRC-101]']],
    ['plant.yaml:49:28  functions.SIF-101.when[0].bypass[1]  FRC-101 的用途是 force，此处应为 bypass'],
  ],
  [
    'no effect',
    [
      [
        '    then:\n      - element: XZV-101\n        to: closed\n        command: { point: XZV-101.CMD, trip: de-energize }\n        feedback: { closed: XZV-101.ZSC, open: XZV-101.ZSO }\n        within: 3s\n',
        '',
      ],
    ],
    [
      'plant.yaml:32:3   functions.SIF-101                SIF-101 没有动作 then；只有报警、控制回路和凭文件证明的设施可以没有',
      'plant.yaml:79:47  sequences.SEQ-1.elements[0]      没有哪个功能的执行元件叫 XZV-101',
    ],
  ],
  [
    'no cause',
    [['    covers: [{ function: P03-C07 }]\n    document: DOC-PT-101\n', '    covers: [{ function: P03-C07 }]\n']],
    ['plant.yaml:78:3   functions.PSV-101                PSV-101 没有触发条件：应有 when、manual、loop 或 document'],
  ],
  [
    'document hash',
    [['title: 安全要求规格书, file: srs-b.txt', 'title: 安全要求规格书, file: srs-c.txt']],
    ['plant.yaml:89:36  documents.DOC-SRS.file           文件 srs-c.txt 不存在或无法读取'],
  ],
  [
    'document period',
    [['valid_until: 2018-03-14', 'valid_until: 2016-03-14']],
    ['plant.yaml:91:63  documents.DOC-PT-101.valid_until  结束应晚于开始'],
  ],
  [
    'permit names',
    [['approved_by: [张三, 李四]', 'approved_by: [张三, 张三]']],
    ['plant.yaml:94:53  permits[0].approved_by           旁路作业票须有 2 人批准，这里有 1 人'],
  ],
  [
    'permit period',
    [['from: 2018-02-01T08:00, to: 2018-02-01T16:00', 'from: 2018-02-01T16:00, to: 2018-02-01T16:00']],
    ['plant.yaml:94:91  permits[0].to                    结束应晚于开始'],
  ],
  [
    'permit for a point that is no switch',
    [['bypass: MOS-101B, reason', 'bypass: XZV-101.CMD, reason']],
    ['plant.yaml:94:15  permits[0].bypass                XZV-101.CMD 的用途是 command，此处应为 bypass、force'],
  ],
  [
    'deviation of nothing',
    [
      ['{ unit: U100, row: P03-C06, measure', '{ unit: U200, row: P03-C06, measure'],
      ['{ function: PSV-101, measure', '{ function: PSV-102, measure'],
    ],
    [
      'plant.yaml:98:24  deviations[0].row                装置 U200 没有工艺 P03，不能覆盖 P03-C06',
      'plant.yaml:99:17  deviations[1].function           没有申报功能 PSV-102（是否为“PSV-101”？）',
    ],
  ],
  [
    'a faulty controller brings no fault to its points',
    [['role: sis, vendor: Siemens', 'role: plc, vendor: Siemens']],
    ['plant.yaml:25:16  controllers.SIS.role             应为 bpcs、sis、gds、other 之一，写的是“plc”'],
  ],
  [
    'csv: address shared',
    [['csv', 'DB10.DBD44', '"DB10,REAL40"']],
    ['points.csv:6      TZAH-101.SP                      地址 DB10,REAL40 与 TZSHH-101.SP 相同'],
  ],
  [
    'csv: address of another protocol',
    [['csv', 'DB10.DBD4,', '40002,']],
    [
      'points.csv:3      TZT-101B                         不认识的 S7 地址“40002”，应写成 DB10.DBD4、DB10.DBX0.3、MW20、M30.1、I0.1、DB1,REAL4 或 DB1.X5.2',
    ],
  ],
  [
    'csv: type does not fit',
    [['csv', 'DB10.DBD4,float32', 'DB10.DBD4,float64']],
    [
      'points.csv:3      TZT-101B                         地址“DB10.DBD4”按写法（DBD）只能是 int32 / uint32 / float32，而点的类型写的是 float64',
    ],
  ],
  [
    'csv: unknown controller',
    [['csv', 'TZT-101B,SIS', 'TZT-101B,SIF']],
    ['points.csv:3      TZT-101B                         没有申报控制器 SIF（是否为“SIS”？）'],
  ],
  [
    'csv: range without unit',
    [['csv', 'AT-802,GDS,holding:2,uint16,ppm,0,10', 'AT-802,GDS,holding:2,uint16,,0,10']],
    ['points.csv:27     AT-802                           AT-802 有量程，须写明单位 unit'],
  ],
  [
    'csv: moves without range',
    [['csv', '℃,0,200,measurement,,0.2 % / 10 min', '℃,,,measurement,,0.2 % / 10 min']],
    ['points.csv:2      TZT-101A                         TZT-101A 的 moves 以量程的百分数计，须写明量程 low、high'],
  ],
  [
    'csv: one_means missing',
    [['csv', 'MOS-101A,SIS,DB10.DBX60.0,bool,,,,bypass,bypassed', 'MOS-101A,SIS,DB10.DBX60.0,bool,,,,bypass,']],
    ['points.csv:7      MOS-101A                         MOS-101A 是开关量，须写明 one_means（1 表示什么）'],
  ],
  [
    'csv: one_means of another role',
    [['csv', 'MOS-101A,SIS,DB10.DBX60.0,bool,,,,bypass,bypassed', 'MOS-101A,SIS,DB10.DBX60.0,bool,,,,bypass,healthy']],
    [
      'points.csv:7      MOS-101A                         MOS-101A 的用途是 bypass，one_means 应为 bypassed，写的是 healthy',
    ],
  ],
  [
    'csv: switch as a float',
    [['csv', 'SIS.RUN,SIS,DB10.DBX61.3,bool', 'SIS.RUN,SIS,DB10.DBD66,float32']],
    [
      'points.csv:20     SIS.RUN                          SIS.RUN 的用途是 run-state，类型应为 bool 或整数，写的是 float32',
    ],
  ],
  [
    'csv: one_means on a float',
    [['csv', 'float64,m3/h,0,20,measurement,', 'float64,m3/h,0,20,measurement,running']],
    ['points.csv:22     FT-101                           FT-101 的类型是 float64，不是开关量，不应写 one_means'],
  ],
  [
    'csv: string',
    [['csv', 'AT-802,GDS,holding:2,uint16,ppm,0,10', 'AT-802,GDS,holding:2,string,,,']],
    ['points.csv:27     AT-802                           AT-802 是字符串，须写明长度 length'],
  ],
  [
    'csv: word order on S7',
    [
      [
        'csv',
        'TZT-101C,SIS,DB10.DBD8,float32,℃,0,200,measurement,,,',
        'TZT-101C,SIS,DB10.DBD8,float32,℃,0,200,measurement,,,ABCD',
      ],
    ],
    ['points.csv:4      TZT-101C                         只有 Modbus 有 word_order，请删去'],
  ],
  [
    'a number without a limit',
    [['        alarm: { above: 1 ppm }\n', '']],
    [
      'plant.yaml:67:3   functions.AT-801                 AT-801 没有动作 then；只有报警、控制回路和凭文件证明的设施可以没有',
      'plant.yaml:72:14  functions.AT-801.when[0].of[0]   AT-801 是数值，须写明 trip 或 alarm',
    ],
  ],
  [
    'a switch of which nobody knows when it demands',
    [['        demand: stopped\n', '']],
    [
      'plant.yaml:54:14  functions.SIF-101.when[1].of[0]  YS-101 的 one_means 是 running，须写明 demand（哪种状态触发动作）',
    ],
  ],
  [
    'another document than the declared one',
    [['sha256: 86b7', 'sha256: 06b7']],
    [
      'plant.yaml:90:22  documents.DOC-SRS.sha256         文件 srs-b.txt 的 SHA-256 实为 86b798ab04b6376a891a932d5ce9aa8d117a6e37d4d17e94eff4454aa824de6d',
    ],
  ],
  [
    'a setpoint that is a switch',
    [
      [
        'csv',
        'TZSHH-101.SP,SIS,DB10.DBD40,float32,℃,,,setpoint,',
        'TZSHH-101.SP,SIS,DB10.DBX40.0,bool,,,,setpoint,tripped',
      ],
    ],
    ['plant.yaml:46:57  functions.SIF-101.when[0].trip.setpoint  设定值 TZSHH-101.SP 应为数值，类型写的是 bool'],
  ],
  [
    'a range of a switch',
    [['csv', 'MOS-101A,SIS,DB10.DBX60.0,bool,,,', 'MOS-101A,SIS,DB10.DBX60.0,bool,,0,1']],
    ['points.csv:7      MOS-101A                         MOS-101A 的类型是 bool，没有量程'],
  ],
];

describe('the lint of a plant file', () => {
  it.each(faults)('%s', (_, edits, lines) => {
    expect(faultLines(writeSample(edits))).toEqual(lines);
  });
});
