export const opcua = {} as const;
