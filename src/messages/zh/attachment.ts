export const attachment = {
  'attachment.option': '把核查记录（audit.jsonl）和规则包作为附件放进 report.pdf，收件人凭这一个文件即可校验',
  'attachment.record': '本报告所依据的全部核查记录：每行一条，带摘要，按发生顺序成链',
  'attachment.packs': '判定所用的规则包原文',
  'attachment.label-record': '附件：核查记录',
  'attachment.label-packs': '附件：规则包',
  'attachment.file': '{name}，{bytes} 字节，SHA-256 {hash}',
  'attachment.holds': '报告内附有核查记录，附件与报告所记摘要一致',
  'attachment.differs': '报告附件 {name} 与报告所记摘要不一致、缺失或未列明',
  'attachment.unreadable': '报告附件不能读取：{message}',
  'attachment.other-record': '报告所附记录与所给的记录不是同一份：附件链首 {attached}，所给链首 {given}',
} as const;
