export const completion = {
  'completion.verb': '输出命令补全脚本（bash 或 powershell）',
  'completion.argument-shell': 'bash 或 powershell',
  'completion.unknown-shell': '没有 {shell} 的补全脚本，可用：bash、powershell',
} as const;
