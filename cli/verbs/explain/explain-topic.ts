import type { AuditRecord } from '../../../src/audit/index.ts';
import { explainOutcome, explanationText } from '../../../src/report/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import type { Terminal } from '../../terminal.ts';

/** Explains an outcome of an audit from its evidence alone; a topic that it does not have is a usage error that names its neighbours. */
export function explainTopic(
  topic: string,
  { audit, json }: { readonly audit: string | undefined; readonly json: boolean },
  io: Terminal,
): number {
  if (audit === undefined) {
    io.fail('explain.needs-audit');
    return exitCode.usage;
  }
  const record = openRecord(audit, io);
  if (record === undefined) return exitCode.usage;
  const explanation = explainOutcome(topic, record, io.language);
  if (explanation === undefined) {
    io.fail('explain.no-such-outcome', { topic });
    const near = neighboursOf(topic, record);
    if (near.length > 0) io.fail('explain.did-you-mean', { ids: near.join('  ') });
    const open = toLookAt(record);
    if (near.length === 0 && open.length > 0) io.fail('explain.those-to-look-at', { ids: open.join('  ') });
    return exitCode.usage;
  }
  io.print(json ? JSON.stringify(explanation, null, 2) : explanationText(explanation, io.language));
  return exitCode.done;
}

/** Outcomes of the rule, the subject or the row that the topic names. */
function neighboursOf(topic: string, { outcomes }: AuditRecord): readonly string[] {
  const [rule, subject] = topic.includes('@') ? topic.split('@') : [topic, topic];
  return outcomes
    .filter(({ rule: of, subject: about }) => of === rule || about.id === subject || about.rows.includes(subject ?? ''))
    .map(({ id }) => id)
    .slice(0, 12);
}

function toLookAt({ outcomes }: AuditRecord): readonly string[] {
  return outcomes
    .filter(({ result }) => result === 'fail' || result === 'unknown')
    .map(({ id }) => id)
    .slice(0, 12);
}
