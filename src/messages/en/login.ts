import type { login as zh } from '../zh/login.ts';

export const login = {
  'login.ask-name': 'User name for controller {controller}',
  'login.ask-password': 'Password of {name} for controller {controller} (not shown)',
  'login.no-terminal':
    'the log-in of controller {controller} is to be typed on a terminal ({name}), and standard input is none; use an environment variable or a file',
} satisfies Record<keyof typeof zh, string>;
