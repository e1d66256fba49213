import type { rules as zh } from '../zh/rules.ts';

export const rules = {} satisfies Record<keyof typeof zh, string>;
