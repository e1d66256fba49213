export const scope = {
  'check.process-scope': '装置声明不属于所列工艺的：有文件或现场查看的不适用，只有声明的不明。',
  'scope.outside':
    '{unit} 声明为 {process} 工艺的除外情形（{shown}），不列入该工艺，其应有控制功能不适用；除外规定的依据待核实',
  'scope.unproved':
    '{unit} 声明为 {process} 工艺的除外情形，但没有文件，也没有现场查看人和日期，不能确定是否属于该工艺',
  'scope.nothing-left-out': '没有见到把任何情形排除在 {process} 工艺之外的文件，{unit} 仍按该工艺判定',
} as const;
