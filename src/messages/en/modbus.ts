import type { modbus as zh } from '../zh/modbus.ts';

export const modbus = {} satisfies Record<keyof typeof zh, string>;
