import type { MoveKind } from './move.ts';
import { type Stage, stages } from './stage.ts';

const open: readonly Stage[] = stages.filter((stage) => stage !== 'closed');
const underOrder: readonly Stage[] = ['ordered', 'extension-requested', 'extension-granted', 'extension-refused'];
const escalated: readonly Stage[] = ['penalty-proposed', 'suspension-proposed', 'closure-proposed'];
const asked: readonly Stage[] = ['recheck-requested', 'resumption-requested'];

/** From which stages a move may come; the way is forward only, and a second re-inspection is a second attempt. */
export const allowedStages: Readonly<Record<MoveKind, readonly Stage[]>> = {
  register: ['found'],
  grade: open,
  statement: open,
  override: open,
  measures: ['registered'],
  supervise: ['registered', 'measures-proposed'],
  order: ['registered', 'measures-proposed', 'supervised'],
  arrange: [...underOrder, ...asked, ...escalated, 'rechecked'],
  'request-extension': ['ordered', 'extension-granted'],
  'decide-extension': ['extension-requested'],
  'request-recheck': [...underOrder, ...escalated, 'rechecked'],
  'read-again': [...underOrder, ...asked, ...escalated, 'rechecked'],
  confirm: [...underOrder, ...asked, ...escalated, 'rechecked'],
  propose: [...underOrder, ...escalated, 'recheck-requested', 'rechecked'],
  decision: open,
  close: ['rechecked'],
};
