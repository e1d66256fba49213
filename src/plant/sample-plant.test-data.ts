import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { formatFault } from './format-fault.ts';
import type { LintOptions } from './lint/lint.ts';
import { type LoadResult, loadPlant } from './load-plant.ts';

/** A complete plant file in the manner of ux.md §1, with every key in it somewhere. Invented plant, documentation addresses. */
export const sampleYaml = `tripline: 1
enterprise:
  name: 桓台某某化工有限公司
  uscc: 91370321MA3C000006
  town: 果里镇
  sectors: [hazardous-chemicals]

units:
  U100:
    name: 氯化装置
    process: P03
    scale: { value: large, document: DOC-DESIGN }
    commissioned: 2012-06-01
    state: { running: "FT-101 > 5000 L/h and YS-101 == running", starting: "not (STEP-101 != 3) or FT-101 <= 1 m3/h" }
  U200:
    name: 罐区
    state: { declared: maintenance, by: 张三, from: 2018-01-20T08:00, to: 2018-02-20T18:00 }

hazard_installations:
  MH1: { name: 液氯库, level: 2, record: 备案-2016-031, substances: [toxic-gas], units: [U100] }

controllers:
  DCS: { role: bpcs, vendor: SUPCON, via: opc-server, endpoint: "opc.tcp://192.0.2.10:4840", clock_tolerance: 5s,
         security: { mode: SignAndEncrypt, policy: Basic256Sha256, user: { env: DCS_USER } } }
  SIS: { role: sis, vendor: Siemens, model: 6ES7 412-5HK06, via: direct, firmware: 1.10,
         endpoints: ["s7://192.0.2.20?rack=0&slot=3", "s7://192.0.2.21?rack=1&slot=3"] }
  GDS: { role: gds, via: gateway, endpoint: "modbus://192.0.2.30:502?unit=1", word_order: CDAB, pacing: { gap: 200ms } }

points: points.csv

functions:
  SIF-101:
    name: 反应釜超温切断氯气进料
    unit: U100
    covers:
      - { function: P03-C01, trigger: 氯化反应釜温度, action: 切断氯化剂 }
      - { function: P03-C05 }
    sil: 2
    solver: SIS
    latched: true
    on_channel_fault: trip
    active_when: STEP-101 >= 2
    when:
      - vote: 2oo3
        of: [TZT-101A, TZT-101B, TZT-101C]
        trip: { above: 120 ℃, kind: readable, setpoint: TZSHH-101.SP, deadband: 1 ℃,
                approved: { document: DOC-SRS, revision: B, tolerance: 0.5 ℃ } }
        alarm: { above: 110 ℃, setpoint: TZAH-101.SP }
        bypass: [MOS-101A, MOS-101B]
        force: [FRC-101]
        diagnostics: [TZT-101A.FLT]
        delay: 500ms
        deviation: 3 ℃
      - of: [YS-101]
        demand: stopped
    then:
      - element: XZV-101
        to: closed
        command: { point: XZV-101.CMD, trip: de-energize }
        feedback: { closed: XZV-101.ZSC, open: XZV-101.ZSO }
        within: 3s
    safety_time: 30s
    manual: HS-101
    reset: RST-101
    in_service: { mode: SIS.MODE, heartbeat: SIS.HB, simulation: SIS.SIM, run_state: SIS.RUN }
    proof_test: { every: 12 months, last: 2017-03-15, record: DOC-PT-101 }
  AT-801:
    name: 氯气泄漏报警
    unit: U100
    solver: GDS
    when:
      - of: [AT-801]
        alarm: { above: 1 ppm }
  FIC-101:
    name: 氯气流量控制
    unit: U100
    loop: { pv: FT-101, sp: FIC-101.SP, output: FIC-101.OUT, mode: FIC-101.MODE }
  PSV-101:
    name: 安全阀
    unit: U100
    covers: [{ function: P03-C07 }]
    document: DOC-PT-101

sequences:
  SEQ-1: { name: 投料程序, unit: U100, elements: [XZV-101], active_when: STEP-101 == 3 }

documents:
  DOC-DESIGN: { title: 设计专篇, date: 2012-03-20 }
  DOC-SRS: { title: 安全要求规格书, file: srs-b.txt, date: 2016-05-01, revision: B,
             sha256: 86b798ab04b6376a891a932d5ce9aa8d117a6e37d4d17e94eff4454aa824de6d }
  DOC-PT-101: { title: 检验测试记录, date: 2017-03-15, valid_until: 2018-03-14 }

permits:
  - { bypass: MOS-101B, reason: 变送器校验, approved_by: [张三, 李四], from: 2018-02-01T08:00, to: 2018-02-01T16:00,
      document: DOC-PT-101 }

deviations:
  - { unit: U100, row: P03-C06, measure: 双路循环水, document: DOC-DESIGN, approved_by: [王五], date: 2017-06-01 }
  - { function: PSV-101, measure: 双安全阀, document: DOC-DESIGN, approved_by: [王五], date: 2017-06-01 }
`;

/** The list of points beside it. */
export const samplePoints = `tag,controller,address,type,unit,low,high,role,one_means,moves,word_order,scale,description
TZT-101A,SIS,DB10.DBD0,float32,℃,0,200,measurement,,0.2 % / 10 min,,,釜温 A
TZT-101B,SIS,DB10.DBD4,float32,℃,0,200,measurement,,,,,釜温 B
TZT-101C,SIS,DB10.DBD8,float32,℃,0,200,measurement,,,,,"釜温 C, 备用"
TZSHH-101.SP,SIS,DB10.DBD40,float32,℃,,,setpoint,,,,,
TZAH-101.SP,SIS,DB10.DBD44,float32,℃,,,alarm-setpoint,,,,,
MOS-101A,SIS,DB10.DBX60.0,bool,,,,bypass,bypassed,,,,
MOS-101B,SIS,DB10.DBX60.1,bool,,,,bypass,bypassed,,,,
FRC-101,SIS,DB10.DBX60.2,bool,,,,force,forced,,,,
TZT-101A.FLT,SIS,DB10.DBX60.3,bool,,,,diagnostic,fault,,,,
XZV-101.CMD,SIS,DB10.DBX60.4,bool,,,,command,energized,,,,
XZV-101.ZSC,SIS,DB10.DBX60.5,bool,,,,feedback,closed,,,,
XZV-101.ZSO,SIS,DB10.DBX60.6,bool,,,,feedback,open,,,,
HS-101,SIS,DB10.DBX60.7,bool,,,,manual-trip,pressed,,,,
RST-101,SIS,M30.1,bool,,,,reset,reset,,,,
YS-101,SIS,DB10.DBX61.0,bool,,,,feedback,running,,,,
SIS.MODE,SIS,DB10.DBX61.1,bool,,,,mode,auto,,,,
SIS.HB,SIS,DB10.DBW62,uint16,,,,heartbeat,,,,,
SIS.SIM,SIS,DB10.DBX61.2,bool,,,,simulation,simulated,,,,
SIS.RUN,SIS,DB10.DBX61.3,bool,,,,run-state,running,,,,
STEP-101,SIS,DB10.DBW64,int16,,,,other,,,,,
FT-101,DCS,ns=2;s=FT-101.PV,float64,m3/h,0,20,measurement,,,,,
FIC-101.SP,DCS,nsu=urn:dcs;s=FIC-101.SP,float64,m3/h,,,setpoint,,,,,
FIC-101.OUT,DCS,ns=2;s=FIC-101.OUT,float64,%,0,100,command,,,,,
FIC-101.MODE,DCS,ns=2;i=1001,bool,,,,mode,auto,,,,
AT-801,GDS,40001,float32,ppm,0,10,measurement,,,,0.1 - 4,
AT-802,GDS,holding:2,uint16,ppm,0,10,measurement,,,,,
GDS.FLT,GDS,00001,bool,,,,diagnostic,fault,,,,
`;

const sampleDocument = '联锁值 120 ℃\n';

/** What replaces what in the plant file or, after `csv`, in the list; the replaced text stands there exactly once. */
export type Edit = readonly [from: string, to: string] | readonly ['csv', from: string, to: string];

/** Writes the sample with some edits to a folder of its own; gives the path of the plant file. */
export function writeSample(edits: readonly Edit[] = []): string {
  let yaml = sampleYaml;
  let points = samplePoints;
  for (const edit of edits) {
    if (edit.length === 3) points = replaceOnce(points, edit[1], edit[2]);
    else yaml = replaceOnce(yaml, edit[0], edit[1]);
  }
  return writeFolder({ 'plant.yaml': yaml, 'points.csv': points, 'srs-b.txt': sampleDocument });
}

/** Writes files to a folder that lasts as long as the test; gives the path of its plant file. */
export function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tripline-plant-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return join(folder, 'plant.yaml');
}

/** The fault lines of a plant file in Chinese, as the terminal shows them when started in its folder. */
export function faultLines(file: string, options?: LintOptions): readonly string[] {
  return linesOf(loadPlant(file, options));
}

function linesOf(result: LoadResult): readonly string[] {
  if (result.ok) return [];
  return result.faults.map((fault) => formatFault({ ...fault, file: basename(fault.file) }, 'zh'));
}

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`the sample does not hold exactly one ${from}`);
  return text.replace(from, () => to);
}
