/**
 * Where a case stands. Stages with `proposed` in their name are proposals to the authority: the tool sets none of what
 * they propose.
 */
export const stages = [
  'found',
  'registered',
  'measures-proposed',
  'supervised',
  'ordered',
  'extension-requested',
  'extension-granted',
  'extension-refused',
  'recheck-requested',
  'rechecked',
  'penalty-proposed',
  'suspension-proposed',
  'resumption-requested',
  'closure-proposed',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

/** What a re-inspection came to: 已整改, 未整改, 无法核实. */
export const verdicts = ['rectified', 'not-rectified', 'unverifiable'] as const;
export type Verdict = (typeof verdicts)[number];

/** 一般, 重大, or 待定 until a person grades. */
export const grades = ['general', 'major', 'pending'] as const;
export type Grade = (typeof grades)[number];

/** 五落实: what the enterprise settles for its rectification. */
export const arrangementItems = ['responsibility', 'measures', 'funds', 'time', 'plan'] as const;
export type ArrangementItem = (typeof arrangementItems)[number];

/** What the authority alone may decide; the tool only proposes it, in this order. */
export const escalationSteps = ['penalty', 'suspension', 'closure'] as const;
export type EscalationStep = (typeof escalationSteps)[number];
