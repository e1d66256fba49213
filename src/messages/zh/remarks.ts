export const remarks = {
  'remarks.head': '请留意（不是装置文件的错误）：',
  'remarks.ask': '请现场核对：{because}',
  'remarks.alarm-after-trip': '报警值 {alarm} 不在联锁值 {trip} 之前',
  'remarks.shared-transmitter':
    '{tag}（{controller}）与 {other} 像是同一台变送器；是否两套系统共用？若是镜像，写 via: mirror(…)',
  'remarks.safety-point': '{tag} 的名称像安全仪表系统的点，却写在 {controller}；是否属实？',
  'remarks.safety-function': '{id} 像安全仪表功能，却由 {solver} 执行；是否属实？',
  'remarks.limits-order': '{first}（{a}）应小于 {second}（{b}）',
  'remarks.limit-beyond-range': '{limit}（{value}）超出量程 {low} 至 {high}',
} as const;
