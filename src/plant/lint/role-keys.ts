import { text } from '../../messages/index.ts';
import { listed } from '../listed.ts';
import type { PointRole } from '../plant.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

const keys = {
  heartbeat_of: { of: 'heartbeatOf', roles: ['heartbeat'] },
  operational_limit: { of: 'operationalLimitMs', roles: ['bypass'] },
} as const satisfies Record<string, { readonly of: string; readonly roles: readonly PointRole[] }>;

/** What only a heartbeat or a bypass can be declared to be stands at no other point: there nobody would look at it. */
export const roleKeys: Lint = ({ points, placeOfPoint }) =>
  [...points.all].flatMap(([tag, point]) =>
    Object.entries(keys).flatMap(([key, { of, roles }]) => {
      const isFitting = roles.some((role) => role === point.role);
      if (point[of] === undefined || isFitting) return [];
      const because = text('plant.key-role', { tag, key, role: point.role, fitting: listed(roles) });
      return [faultAt(placeOfPoint(tag, key), because)];
    }),
  );
