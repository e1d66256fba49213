export const modbus = {} as const;
