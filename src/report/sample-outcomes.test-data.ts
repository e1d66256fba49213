import type { Outcome, PartOutcome } from '../audit/index.ts';
import { text } from '../messages/index.ts';
import type { Clause } from '../rules/index.ts';

const notice116: Clause = { document: '安监总管三〔2009〕116号', fact: 'REG-P-B', text: 'verified' };
const criteria121: Clause = { document: '安监总管三〔2017〕121号', item: 4, fact: 'REG-MH-04', text: 'verified' };
const day = '2018-02-01';

type RuleFacts = Pick<Outcome, 'rule' | 'pack' | 'statement' | 'weight' | 'severity' | 'also' | 'remediation'> &
  Partial<Pick<Outcome, 'clause' | 'severityBasis' | 'due' | 'immediate'>>;

const setpoint: RuleFacts = {
  rule: 'trip-setpoint-approved',
  pack: 'key-processes',
  statement: { zh: '联锁设定值应与经批准的设计值一致。', en: 'The trip setpoint is the approved one.' },
  weight: 'binding',
  severity: 'general',
  clause: notice116,
  also: [{ document: 'GB/T 50770-2013', fact: 'REG-50770-5', text: 'verified' }],
  remediation: {
    zh: '按批准值恢复设定；确需变更的，履行变更审批后更新文件。',
    en: 'Restore the approved value; where a change is needed, approve it first and update the document.',
  },
};
const covered: RuleFacts = {
  rule: 'required-function-covered',
  pack: 'huantai-2016-4',
  statement: {
    zh: '重点监管工艺装置应具备目录要求的每一项控制功能，触发条件和动作齐全。',
    en: 'A unit with a key-supervised process has every control function that the catalogue requires.',
  },
  weight: 'binding',
  severity: 'borderline',
  severityBasis: criteria121,
  clause: { document: '桓政发〔2016〕4号', item: '二（五）', fact: 'REG-HT-1', text: 'verified' },
  also: [notice116],
  due: { policy: 'DL-HT-2017', date: '2017-12-31' },
  immediate: {
    zh: '在补齐之前采取临时安全措施，并由企业论证是否可以继续运行。',
    en: 'Interim safeguards until it is there; the enterprise assesses whether the unit may go on running.',
  },
  remediation: {
    zh: '补充设计并增设该控制功能，完成调试、验收和操作规程修订，然后申请复查。',
    en: 'Design and install the function, commission and accept it, then ask for re-inspection.',
  },
};
const inService: RuleFacts = {
  rule: 'esd-in-service',
  pack: 'key-processes',
  statement: {
    zh: '已装备的紧急停车、切断等应急功能应投入使用。',
    en: 'An installed emergency shutdown or isolation function is in service.',
  },
  weight: 'binding',
  severity: 'major',
  severityBasis: criteria121,
  clause: notice116,
  also: [criteria121],
  immediate: {
    zh: '立即恢复投用；不能恢复的，停止使用该装置。',
    en: 'Put it back in service at once; where that cannot be done, stop using the unit.',
  },
  remediation: {
    zh: '查明退出原因并消除，恢复投用，完善旁路审批和登记，然后申请复查。',
    en: 'Find and remove the cause, restore the function, then ask for re-inspection.',
  },
};
const permitted: RuleFacts = {
  rule: 'bypass-permitted',
  pack: 'key-processes',
  statement: {
    zh: '旁路和强制应经批准、限定时间并登记。',
    en: 'Bypasses and forces are approved, limited and recorded.',
  },
  weight: 'unconfirmed-basis',
  severity: 'general',
  clause: { document: 'GB/T 21109-2007', fact: 'REG-21109-2', text: 'memory-high' },
  also: [],
  remediation: { zh: '撤除无票旁路。', en: 'Remove bypasses without permit.' },
};
const running: RuleFacts = {
  rule: 'controller-in-run',
  pack: 'key-processes',
  statement: { zh: '执行控制和联锁的控制器应处于运行状态。', en: 'A controller that executes control is in run.' },
  weight: 'binding',
  severity: 'borderline',
  severityBasis: criteria121,
  clause: notice116,
  also: [],
  remediation: { zh: '查明停机原因并消除。', en: 'Find and remove the cause of the stop.' },
};

function outcome(rule: RuleFacts, subject: Outcome['subject'], parts: readonly PartOutcome[], days?: number): Outcome {
  const [first] = parts;
  const result = first?.result ?? 'notapplicable';
  const limits: Readonly<Record<number, string>> = { 7: '2018-02-08', 30: '2018-03-03', 180: '2018-07-31' };
  return {
    id: `${rule.rule}@${subject.id}`,
    ...rule,
    subject,
    result,
    parts,
    ...(days === undefined ? {} : { proposedLimit: { from: day, days, date: limits[days] ?? day } }),
    evidence: parts.flatMap((part) => part.evidence),
  };
}

const row = (number: string, name: string): Outcome['subject'] => ({
  kind: 'required-function',
  id: `U100·P03-${number}`,
  name,
  unit: 'U100',
  rows: [`U100·P03-${number}`],
});
const sif = (id: string, name: string, number: string): Outcome['subject'] => ({
  kind: 'safety-function',
  id,
  name,
  unit: 'U100',
  rows: [`U100·P03-${number}`],
});

const readFault = text('protocols.fault-timeout-connect', { seconds: '2.0' });
const silent = (tag: string, evidence: number) => ({
  part: tag,
  result: 'unknown' as const,
  missing: [{ of: tag, why: readFault }],
  evidence: [evidence],
});

/** The outcomes of the worked example of judgement.md §10 that a reader of the report meets. */
export const sampleOutcomes: readonly Outcome[] = [
  outcome(
    setpoint,
    sif('SIF-101', '反应釜超温、超压切断氯气进料', 'C01'),
    [
      {
        part: 'TZSHH-101.SP',
        result: 'fail',
        expected: text('rules.setpoint-expected', { value: 120, unit: '℃' }),
        actual: text('rules.setpoint-unsafe', { tag: 'TZSHH-101.SP', value: 140, unit: '℃' }),
        missing: [],
        evidence: [107, 207],
      },
      {
        part: 'PZSHH-101.SP',
        result: 'pass',
        because: text('rules.setpoint-same', { tag: 'PZSHH-101.SP', value: 0.6, unit: 'MPa(g)' }),
        missing: [],
        evidence: [109],
      },
    ],
    30,
  ),
  outcome(
    covered,
    row('C06', '紧急冷却系统'),
    [
      {
        part: 'covers',
        result: 'fail',
        expected: text('rules.function-expected', { name: '紧急冷却系统' }),
        actual: text('rules.function-not-found', { name: '紧急冷却系统' }),
        missing: [],
        evidence: [],
      },
    ],
    180,
  ),
  outcome(covered, row('C05', '紧急进料切断系统'), [
    {
      part: 'covers',
      result: 'pass',
      because: text('rules.function-declared', { name: '紧急进料切断系统', functions: 'SIF-105' }),
      missing: [],
      evidence: [],
    },
  ]),
  outcome(
    inService,
    sif('ESD-110', '紧急停车', 'C10'),
    [
      {
        part: 'MOS-104',
        result: 'fail',
        expected: text('rules.bypass-expected', { tag: 'MOS-104' }),
        actual: text('checks.bypass-active-since', {
          tag: 'MOS-104',
          since: text('checks.on-since-at-least', { at: '2018-02-01 10:00' }),
        }),
        missing: [],
        evidence: [113],
      },
    ],
    30,
  ),
  outcome(inService, sif('AZ-108', '事故氯气吸收', 'C08'), [silent('AZP-108.RUN', 117)]),
  outcome(
    { ...inService, rule: 'interlock-in-service', severity: 'borderline' },
    sif('GD-109', '有毒气体检测报警', 'C09'),
    [silent('GT-101', 115), silent('GT-102', 116)],
  ),
  outcome(
    permitted,
    sif('ESD-110', '紧急停车', 'C10'),
    [
      {
        part: 'MOS-104',
        result: 'fail',
        expected: text('rules.bypass-expected', { tag: 'MOS-104' }),
        actual: text('checks.bypass-active-since', {
          tag: 'MOS-104',
          since: text('checks.on-since-at-least', { at: '2018-02-01 10:00' }),
        }),
        missing: [],
        evidence: [113],
      },
    ],
    7,
  ),
  outcome(running, { kind: 'controller', id: 'SIS', name: 'SIS', rows: [] }, [
    { part: 'run', result: 'pass', because: text('rules.in-run', { controller: 'SIS' }), missing: [], evidence: [302] },
  ]),
  outcome(running, { kind: 'controller', id: 'GDS', name: 'GDS', rows: [] }, [
    {
      part: 'run',
      result: 'unknown',
      missing: [{ of: 'GDS', why: readFault }],
      evidence: [303],
    },
  ]),
  outcome(setpoint, sif('PSV-107', '反应釜安全阀', 'C07'), [
    { part: 'subject', result: 'notapplicable', because: text('audit.nothing-to-check'), missing: [], evidence: [] },
  ]),
];
