import type { s7 as zh } from '../zh/s7.ts';

export const s7 = {} satisfies Record<keyof typeof zh, string>;
