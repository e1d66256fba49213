import type { completion as zh } from '../zh/completion.ts';

export const completion = {
  'completion.verb': 'print a completion script for bash or powershell',
  'completion.argument-shell': 'bash or powershell',
  'completion.unknown-shell': 'there is no completion for {shell}; there is one for bash and for powershell',
} satisfies Record<keyof typeof zh, string>;
