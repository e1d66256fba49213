import type { Opened } from './opened.ts';

/** A case as an audit of 2017-11-20 opens it, with what a test wants otherwise. */
export function openedCase(otherwise: Partial<Opened> = {}): Opened {
  const sentence = (zh: string, en: string) => ({ zh, en });
  return {
    case: '2017-0001',
    identity: '91370321MA3C000006 U100 esd-in-service@SIF-104',
    enterprise: { name: '桓台某某化工有限公司', uscc: '91370321MA3C000006', town: '果里镇' },
    finding: {
      outcome: 'esd-in-service@SIF-104',
      rule: 'esd-in-service',
      pack: 'key-processes',
      packSha256: 'b'.repeat(64),
      subject: { kind: 'safety-function', id: 'SIF-104', name: '紧急停车', unit: 'U100' },
      statement: sentence('已装备的紧急停车应投入使用。', 'An installed emergency shutdown is in service.'),
      parts: [{ part: 'MOS-104', expected: sentence('不投', 'off'), actual: sentence('生效', 'on') }],
      severity: 'major',
      weight: 'binding',
      clauses: ['安监总管三〔2017〕121号 4 (REG-MH-04)'],
      immediate: sentence('立即恢复投用。', 'Put it back in service at once.'),
      remediation: sentence('恢复投用。', 'Restore it.'),
      limitDays: 30,
    },
    grade: 'major',
    audit: { id: '20171120-U100-01', head: 'a'.repeat(64), observationDate: '2017-11-20' },
    date: '2017-11-20',
    by: '张三',
    repeats: [],
    simulated: false,
    recordedAt: '2017-11-20 10:00:00',
    ...otherwise,
  };
}
