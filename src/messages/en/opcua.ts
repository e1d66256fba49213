import type { opcua as zh } from '../zh/opcua.ts';

export const opcua = {} satisfies Record<keyof typeof zh, string>;
