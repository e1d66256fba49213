export const simulators = {} as const;
