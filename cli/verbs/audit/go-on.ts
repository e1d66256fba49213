import { say } from '../../../src/messages/index.ts';
import type { Terminal } from '../../terminal.ts';
import { changedSince } from './changed-since.ts';
import type { Unfinished } from './open-unfinished.ts';
import type { AuditOptions } from './read-options.ts';

/** Whether an interrupted audit may go on: says everything that is not as it was, or that it goes on. */
export function mayGoOn({ record }: Unfinished, now: Parameters<typeof changedSince>[1], io: Terminal): boolean {
  const changed = changedSince(record, now);
  const { id } = record.header;
  if (changed.length > 0) {
    io.fail('running.resume-changed', { id });
    for (const each of changed) io.note(say(each, io.language));
  }
  return changed.length === 0;
}

/** What the operator asked for when the record was begun: it goes on in the same way. */
export function askedBefore({
  record: { header },
}: Unfinished): Pick<AuditOptions, 'lawDate' | 'windowMs' | 'everyMs' | 'only'> {
  return { ...header.wishes, ...(header.only === undefined ? {} : { only: header.only }) };
}
