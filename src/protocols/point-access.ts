import type { Fault } from './fault.ts';

/** Whether the user of a session may write a point, as the controller itself says; or why that is not known. */
export type PointAccess =
  | { readonly tag: string; readonly writable: boolean; readonly exchange: number }
  | { readonly tag: string; readonly fault: Fault; readonly exchange?: number };
