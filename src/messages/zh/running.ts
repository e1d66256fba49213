export const running = {
  'running.option-only':
    '只核查所选：unit=、controller=、function=、rule=（可重复；rule 与其他同用时取交集），其余记为未选，结论至多为“不能得出结论”',
  'running.option-every': '窗口内每隔多久读一轮，如 500ms；比规则要求的疏，则该项记为无法核实',
  'running.bad-selector':
    '--only 应写作 unit=U100、controller=SIS、function=SIF-101 或 rule=esd-in-service，写的是“{written}”',
  'running.no-such-id': '--only {kind}={id}：没有这个编号{hint}；现有：{known}',
  'running.not-selected': '本次核查未选择此项',
  'running.mark-only': '局部核查：只选择了 {only}',
  'running.planned': '{controllers} 台控制器，窗口 {window} s，预计约 {left} s',
  'running.overall': '已用 {elapsed} s，剩余约 {left} s；实读 {read}/{required} 项',
  'running.overall-late': '已用 {elapsed} s，等待应答；实读 {read}/{required} 项',
  'running.judging': '读取完毕，正在判定 {judgements} 条…',
  'running.row-waiting': '{id}  {endpoint}  等待应答',
  'running.row-round': '{id}  {endpoint}  {read}/{asked} 点  第 {round}/{of} 轮  剩余约 {left} s',
  'running.probed': '已用 {elapsed} s；探查 {done}/{of}',
  'running.row-probed': '{id}  {endpoint}  {said}',
  'running.row-answered': '已答复',
} as const;
