import { describe, expect, it } from 'vitest';
import { type Edit, faultLines, writeSample } from '../sample-plant.test-data.ts';

const faults: readonly (readonly [title: string, edits: readonly Edit[], lines: readonly string[]])[] = [
  [
    'wrong version',
    [['tripline: 1\n', 'tripline: 2\n']],
    ['plant.yaml:1:11   tripline                         应为 1，写的是“2”'],
  ],
  [
    'unknown key at the top, with the nearest',
    [['permits:\n', 'permit:\n']],
    ['plant.yaml:93:1   permit                           不认识的“permit”（是否为“permits”？）'],
  ],
  [
    'missing enterprise name, misspelt key',
    [['  name: 桓台某某化工有限公司\n', '  nmae: 桓台某某化工有限公司\n']],
    [
      'plant.yaml:2:1    enterprise.name                  缺少 name',
      'plant.yaml:3:3    enterprise.nmae                  不认识的“nmae”（是否为“name”？）',
    ],
  ],
  [
    'USCC form',
    [['91370321MA3C000006', '91370321MA3C00000I']],
    [
      'plant.yaml:4:9    enterprise.uscc                  应为 18 位统一社会信用代码（数字和不含 I、O、S、V、Z 的大写字母），写的是“91370321MA3C00000I”',
    ],
  ],
  [
    'sector',
    [['[hazardous-chemicals]', '[hazardous-chemical]']],
    [
      'plant.yaml:6:13   enterprise.sectors[0]            应为 hazardous-chemicals、metallurgy、other 之一，写的是“hazardous-chemical”（是否为“hazardous-chemicals”？）',
    ],
  ],
  [
    'process form, both keys',
    [['    process: P03\n', '    process: P3\n    processes: [P03]\n']],
    ['plant.yaml:11:14  units.U100.process               应为重点监管工艺编号，如 P03，写的是“P3”'],
  ],
  [
    'process twice',
    [['    process: P03\n', '    process: P03\n    processes: [P03]\n']],
    ['plant.yaml:11:14  units.U100.process               process 与 processes 只能写一个'],
  ],
  [
    'date that does not exist',
    [['commissioned: 2012-06-01', 'commissioned: 2013-02-29']],
    ['plant.yaml:13:19  units.U100.commissioned          应为日期，如 2016-05-01，写的是“2013-02-29”'],
  ],
  [
    'scale',
    [['value: large, document: DOC-DESIGN', 'value: big, document: DOC-DESGIN']],
    ['plant.yaml:12:21  units.U100.scale.value           应为 large、highly-hazardous、other 之一，写的是“big”'],
  ],
  [
    'state with both',
    [['declared: maintenance, by: 张三,', 'declared: maintenance, running: "FT-101 > 5 m3/h", by: 张三,']],
    [
      'plant.yaml:17:12  units.U200.state                 装置状态应写成 { running: 表达式, starting: 表达式 }，或 { declared, by, from, to }，二者取一',
    ],
  ],
  [
    'state without person',
    [['declared: maintenance, by: 张三,', 'declared: maintenance,']],
    ['plant.yaml:17:5   units.U200.state.by              缺少 by'],
  ],
  [
    'state time form',
    [['from: 2018-01-20T08:00', 'from: 2018-01-20 8am']],
    ['plant.yaml:17:51  units.U200.state.from            应为当地时间，如 2018-02-01T08:00，写的是“2018-01-20 8am”'],
  ],
  [
    'hazard',
    [
      [
        'level: 2, record: 备案-2016-031, substances: [toxic-gas], units: [U100]',
        'level: 5, substances: [chlorine], units: [U1000]',
      ],
    ],
    [
      'plant.yaml:20:3   hazard_installations.MH1.record  缺少 record',
      'plant.yaml:20:28  hazard_installations.MH1.level   应为 1、2、3、4 之一，写的是“5”',
      'plant.yaml:20:44  hazard_installations.MH1.substances[0]  应为 toxic-gas、flammable-gas、liquefied-gas、highly-toxic-liquid、flammable-liquid、other 之一，写的是“chlorine”',
    ],
  ],
  [
    'controller role and via',
    [['role: bpcs, vendor: SUPCON, via: opc-server', 'role: dcs, vendor: SUPCON, via: opc']],
    [
      'plant.yaml:23:16  controllers.DCS.role             应为 bpcs、sis、gds、other 之一，写的是“dcs”',
      'plant.yaml:23:42  controllers.DCS.via              应为 direct、opc-server、gateway、file，或写明来源的 mirror(控制器)，写的是“opc”',
    ],
  ],
  [
    'endpoint without unit',
    [['modbus://192.0.2.30:502?unit=1', 'modbus://192.0.2.30:502']],
    [
      'plant.yaml:27:45  controllers.GDS.endpoint         端点“modbus://192.0.2.30:502”没有写站号；站号不能猜，请补上 ?unit=0 到 255',
    ],
  ],
  [
    'endpoint missing',
    [['via: gateway, endpoint: "modbus://192.0.2.30:502?unit=1",', 'via: gateway,']],
    ['plant.yaml:27:3   controllers.GDS.endpoint         缺少 endpoint'],
  ],
  [
    'password',
    [['user: { env: DCS_USER }', 'user: { name: auditor, password: "secret" }']],
    [
      'plant.yaml:24:74  controllers.DCS.security.user    登录信息应写成 { env: 环境变量名 }、{ file: 文件名 }、{ prompt: true } 或 { certificate: 证书文件, key: 私钥文件 }，取其一',
      'plant.yaml:24:76  controllers.DCS.security.user.name  不认识的“name”',
      'plant.yaml:24:91  controllers.DCS.security.user.password  台账中不得写口令；请写 user: { env: 环境变量名 } 或 user: { file: 文件名 }',
    ],
  ],
  [
    'log-in instead of a variable',
    [['user: { env: DCS_USER }', 'user: { env: "auditor:secret" }']],
    [
      'plant.yaml:24:81  controllers.DCS.security.user.env  应为环境变量的名称（字母、数字、下划线），不得写登录信息本身',
    ],
  ],
  [
    'a certificate user without a key',
    [['user: { env: DCS_USER }', 'user: { certificate: auditor.der }']],
    [
      'plant.yaml:24:74  controllers.DCS.security.user    登录信息应写成 { env: 环境变量名 }、{ file: 文件名 }、{ prompt: true } 或 { certificate: 证书文件, key: 私钥文件 }，取其一',
    ],
  ],
  [
    'password over an open channel',
    [['mode: SignAndEncrypt, policy: Basic256Sha256', 'mode: None, policy: None']],
    [
      'plant.yaml:24:54  controllers.DCS.security.user    安全模式 None 不加密，口令会以明文经过网络；确需如此，请写明 password_over_none: accepted（记录和报告会照录）',
    ],
  ],
  [
    'another host accepted where no certificate is looked at',
    [
      [
        'mode: SignAndEncrypt, policy: Basic256Sha256, user: { env: DCS_USER }',
        'mode: None, policy: None, other_host_in_certificate: accepted',
      ],
    ],
    [
      'plant.yaml:24:75  controllers.DCS.security.other_host_in_certificate  安全模式 None 不核对服务器证书，other_host_in_certificate: accepted 无从生效；请删去，或改用 Sign、SignAndEncrypt',
    ],
  ],
  [
    'security mismatch',
    [['policy: Basic256Sha256', 'policy: None']],
    [
      'plant.yaml:24:52  controllers.DCS.security.policy  安全模式 SignAndEncrypt 与策略 None 不配：None 只能与 None 同用',
    ],
  ],
  [
    'pacing',
    [['gap: 200ms', 'gap: 0.2, burst: 3']],
    [
      'plant.yaml:27:112  controllers.GDS.pacing.gap       应为时长，如 200ms、3s、5 min、1 h、30 d，写的是“0.2”',
      'plant.yaml:27:117  controllers.GDS.pacing.burst     不认识的“burst”',
    ],
  ],
  [
    'no list',
    [['points: points.csv', 'points: point.csv']],
    ['plant.yaml:29:9   points                           文件 point.csv 不存在或无法读取'],
  ],
  [
    'function: missing and unknown',
    [
      [
        '    unit: U100\n    covers:\n      - { function: P03-C01',
        '    units: U100\n    covers:\n      - { function: P03-C01',
      ],
    ],
    [
      'plant.yaml:32:3   functions.SIF-101.unit           缺少 unit',
      'plant.yaml:34:5   functions.SIF-101.units          不认识的“units”（是否为“unit”？）',
    ],
  ],
  [
    'sil',
    [['sil: 2', 'sil: 5']],
    ['plant.yaml:38:10  functions.SIF-101.sil            应为 1、2、3、4 之一，写的是“5”'],
  ],
  [
    'vote form',
    [['vote: 2oo3', 'vote: 2of3']],
    ['plant.yaml:44:15  functions.SIF-101.when[0].vote   应为表决方式，如 1oo1、2oo3，写的是“2of3”'],
  ],
  [
    'vote missing',
    [['      - vote: 2oo3\n        of: [', '      - of: [']],
    ['plant.yaml:44:9   functions.SIF-101.when[0].vote   有 3 个通道，须写明表决方式，如 2oo3'],
  ],
  [
    'both limits',
    [['above: 120 ℃, kind', 'above: 120 ℃, below: 10 ℃, kind']],
    ['plant.yaml:46:15  functions.SIF-101.when[0].trip   above 与 below 只能写一个，两个方向请分写两条'],
  ],
  [
    'no limit',
    [['alarm: { above: 1 ppm }', 'alarm: { setpoint: AT-802 }']],
    ['plant.yaml:73:16  functions.AT-801.when[0].alarm   缺少 above（高限）或 below（低限）'],
  ],
  [
    'trip kind',
    [['kind: readable', 'kind: readible']],
    [
      'plant.yaml:46:37  functions.SIF-101.when[0].trip.kind  应为 readable、constant、switch、amplifier、mirrored 之一，写的是“readible”（是否为“readable”？）',
    ],
  ],
  [
    'durations',
    [
      ['within: 3s', 'within: 3'],
      ['every: 12 months', 'every: 12'],
    ],
    [
      'plant.yaml:61:17  functions.SIF-101.then[0].within  应为时长，如 200ms、3s、5 min、1 h、30 d，写的是“3”',
      'plant.yaml:66:26  functions.SIF-101.proof_test.every  应为以月或年计的周期，如 12 个月、1 年，写的是“12”',
    ],
  ],
  [
    'loop without mode',
    [['output: FIC-101.OUT, mode: FIC-101.MODE', 'output: FIC-101.OUT']],
    ['plant.yaml:77:5   functions.FIC-101.loop.mode      缺少 mode'],
  ],
  [
    'document sha form',
    [
      ['document: DOC-SRS, revision: B', 'document: DOC-SRS, revision: B'],
      ['sha256: ', 'sha256: 9f2c…'],
    ],
    [
      'plant.yaml:90:22  documents.DOC-SRS.sha256         应为 64 位十六进制的 SHA-256，写的是“9f2c…86b798ab04b6376a891a932d5ce9aa8d117a6e37d4d17e94eff4454aa824de6d”',
    ],
  ],
  [
    'permit list',
    [['permits:\n  - {', 'permits:\n  P1: {']],
    ['plant.yaml:94:3   permits                          此处应为列表，如 [A, B]'],
  ],
  [
    'deviation of both',
    [['{ function: PSV-101, measure', '{ function: PSV-101, unit: U100, measure']],
    ['plant.yaml:99:5   deviations[1]                    应写明 function，或同时写明 unit 和 row，二者取一'],
  ],
  [
    'sequence',
    [['elements: [XZV-101], active_when: STEP-101 == 3', 'elements: [], active_when: STEP-101 == 3']],
    ['plant.yaml:85:46  sequences.SEQ-1.elements         elements 不能为空'],
  ],
  [
    'key twice',
    [['    latched: true\n', '    latched: true\n    latched: false\n']],
    ['plant.yaml:41:5                                    “latched”在同一处写了两次'],
  ],
  [
    'tab',
    [['    latched: true\n', '	latched: true\n']],
    ['plant.yaml:40:1                                    缩进用了制表符，请改用空格'],
  ],
  [
    'csv: tag twice',
    [['csv', 'TZT-101B,SIS', 'TZT-101A,SIS']],
    [
      'plant.yaml:45:24  functions.SIF-101.when[0].of[1]  没有申报位号 TZT-101B',
      'points.csv:3      TZT-101A                         位号 TZT-101A 重复，首次见 points.csv:2',
    ],
  ],
  [
    'csv: type',
    [['csv', 'DB10.DBD4,float32', 'DB10.DBD4,REAL']],
    [
      'points.csv:3      TZT-101B.type                    应为 bool、int8、uint8、int16、uint16、int32、uint32、int64、uint64、float32、float64、string 之一，写的是“REAL”（是否为“float32”？）',
    ],
  ],
  [
    'csv: missing cells',
    [
      [
        'csv',
        'TZT-101B,SIS,DB10.DBD4,float32,℃,0,200,measurement,,,,,釜温 B',
        'TZT-101B,SIS,DB10.DBD4,,℃,0,,,,,,,釜温 B',
      ],
    ],
    [
      'points.csv:3      TZT-101B.type                    缺少 type',
      'points.csv:3      TZT-101B.role                    缺少 role',
    ],
  ],
  [
    'csv: cells',
    [
      [
        'csv',
        'TZT-101B,SIS,DB10.DBD4,float32,℃,0,200,measurement,,,,,釜温 B',
        'TZT-101B,SIS,DB10.DBD4,float32,℃,0,200,measurement,,,,,釜温 B,备用',
      ],
    ],
    ['points.csv:3      TZT-101B                         本行有 14 格，表头有 13 列'],
  ],
  [
    'csv: range reversed',
    [['csv', 'TZT-101B,SIS,DB10.DBD4,float32,℃,0,200', 'TZT-101B,SIS,DB10.DBD4,float32,℃,200,0']],
    ['points.csv:3      TZT-101B.low                     下限 200 应小于上限 0'],
  ],
  [
    'csv: moves',
    [['csv', '0.2 % / 10 min', '0.2 ℃ / 10 min']],
    ['points.csv:2      TZT-101A.moves.at_least          变化量应为量程的百分数，如 0.2 %，写的是“0.2 ℃”'],
  ],
  [
    'csv: moves form',
    [['csv', '0.2 % / 10 min', '0.2 %']],
    ['points.csv:2      TZT-101A.moves                   应为“变化量 / 时间”，如 0.2 % / 10 min，写的是“0.2 %”'],
  ],
  [
    'csv: scale',
    [['csv', ',0.1 - 4,', ',0.1 of 4,']],
    [
      'points.csv:26     AT-801.scale                     应为“系数”或“系数 + 偏移”，如 0.1 或 0.1 - 40，系数不为 0，写的是“0.1 of 4”',
    ],
  ],
  [
    'csv: unknown column',
    [['csv', 'tag,controller,address,type', 'tag,control,address,type']],
    [
      'points.csv:1                                       不认识的列“control”',
      'points.csv:1                                       点表缺少列“controller”',
    ],
  ],
  [
    'csv: quote',
    [['csv', '"釜温 C, 备用"', '"釜温 C, 备用']],
    ['points.csv:28                                      引号没有成对，或引号内外混有其他字符'],
  ],
  [
    'one fault in the file and one in the list, by file and line',
    [
      ['sil: 2', 'sil: two'],
      ['csv', 'MOS-101A,SIS,DB10.DBX60.0,bool', 'MOS-101A,SIS,DB10.DBX60.8,bool'],
      ['91370321MA3C000006', '91370321MA3C000008'],
    ],
    [
      'plant.yaml:4:9    enterprise.uscc                  校验位应为 6，写的是 8',
      'plant.yaml:38:10  functions.SIF-101.sil            应为 1、2、3、4 之一，写的是“two”',
      'points.csv:7      MOS-101A                         地址“DB10.DBX60.8”应带位号 0 到 7，例如 DB10.DBX0.3、M30.1',
    ],
  ],
];

describe('the schema of a plant file', () => {
  it.each(faults)('%s', (_, edits, lines) => {
    expect(faultLines(writeSample(edits))).toEqual(lines);
  });
});
