import type { plant as zh } from '../zh/plant.ts';

export const plant = {} satisfies Record<keyof typeof zh, string>;
