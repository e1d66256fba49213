export const login = {
  'login.ask-name': '控制器 {controller} 的登录用户名',
  'login.ask-password': '控制器 {controller} 用户 {name} 的口令（不显示）',
  'login.no-terminal':
    '控制器 {controller} 的登录信息须在终端上输入（{name}），而标准输入不是终端；请改用环境变量或文件',
} as const;
