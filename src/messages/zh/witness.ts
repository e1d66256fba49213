export const witness = {
  'witness.option': '断开后由另一套实现复读联锁设定值、旁路和执行元件并比对（SIS 须台账写明 allow_witness: true）',
  'witness.no-implementation': '{protocol} 没有第二套实现可作复核',
  'witness.no-type': '复核程序 {implementation} 不支持类型 {type}',
  'witness.broke-off': '复核程序 {implementation} 中途退出：{said}',
  'witness.unreadable': '复核程序 {implementation} 未读到：{said}',
  'witness.ended-by-deadline': '复核程序 {implementation} 超时，已终止',
  'witness.ended-by-operator': '操作人员中止，复核程序 {implementation} 未完成',
  'witness.not-allowed': '控制器 {controller} 属安全仪表系统，台账没有写 allow_witness: true，不作复核',
  'witness.not-read': '本程序未读到可用读数，无从比较',
  'witness.not-steady': '读数在最后两轮之间有变化，无从比较',
  'witness.disagree': '两套实现读数不一致：本程序 {ours}，复核程序 {theirs}',
} as const;
