import type { simulators as zh } from '../zh/simulators.ts';

export const simulators = {} satisfies Record<keyof typeof zh, string>;
