import type { attachment as zh } from '../zh/attachment.ts';

export const attachment: Readonly<Record<keyof typeof zh, string>> = {
  'attachment.option':
    'put the record (audit.jsonl) and the rule packs into report.pdf as attachments, so that one file is enough to verify',
  'attachment.record':
    'The whole record that this report is drawn from: one entry a line, each with its hash, chained in order',
  'attachment.packs': 'The rule packs that were judged by, word for word',
  'attachment.label-record': 'Attached: record',
  'attachment.label-packs': 'Attached: rule packs',
  'attachment.file': '{name}, {bytes} bytes, SHA-256 {hash}',
  'attachment.holds': 'the report carries its record; what is attached agrees with the hashes in the report',
  'attachment.differs':
    'the attachment {name} does not agree with the hash in the report, is missing, or is not named by it',
  'attachment.unreadable': 'the attachments of the report cannot be read: {message}',
  'attachment.other-record':
    'the record within the report is not the one given: head {attached} within, head {given} given',
};
