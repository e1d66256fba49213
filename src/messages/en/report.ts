import type { report as zh } from '../zh/report.ts';

export const report = {} satisfies Record<keyof typeof zh, string>;
