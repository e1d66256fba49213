import type { cli as zh } from '../zh/cli.ts';

export const cli = {} satisfies Record<keyof typeof zh, string>;
