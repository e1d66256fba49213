export const scope = {
  'check.process-scope':
    '装置声明不属于所列工艺的：有文件或现场查看、且除外规定已核实的不适用，其余不明。声明属于列入情形而没有写明该工艺的：提示按该工艺判定、另列，还是不判定。',
  'scope.outside':
    '{unit} 声明为 {process} 工艺的除外情形（{shown}），除外规定的依据经核实后不列入该工艺，其应有控制功能不适用；核实之前各行不明',
  'scope.unproved':
    '{unit} 声明为 {process} 工艺的除外情形，但没有文件，也没有现场查看人和日期，不能确定是否属于该工艺',
  'scope.unconfirmed':
    '{unit} 已证明为 {process} 工艺的除外情形，但除外规定的原文未见，依据待核实，不能据以免除；取得文件后用 tripline rules confirm REG-P-D 确认',
  'scope.nothing-left-out': '没有见到把任何情形排除在 {process} 工艺之外的文件，{unit} 仍按该工艺判定',
  'scope.included-counted':
    '{unit} 声明为 {process} 工艺的列入情形，列入规定自 {from} 起施行：按该工艺判定，其应有控制功能计入',
  'scope.included-unconfirmed':
    '{unit} 声明为 {process} 工艺的列入情形，但列入规定的原文未见，依据待核实：各行另列，不计入；取得文件后用 tripline rules confirm REG-P-D 确认',
  'scope.included-later':
    '{unit} 声明为 {process} 工艺的列入情形，列入规定自 {from} 起施行，法律日期早于该日，不按该工艺判定',
  'scope.included-no-text':
    '{unit} 声明为 {process} 工艺的列入情形，但没有见到把任何情形列入该工艺的文件；属于该工艺的，应在台账 processes 中写明',
} as const;
