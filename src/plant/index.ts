export type * from './plant.ts';
export { onesMeaning, pointRoles } from './plant.ts';
export type { Quantity } from './quantity.ts';
