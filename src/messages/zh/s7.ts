export const s7 = {} as const;
