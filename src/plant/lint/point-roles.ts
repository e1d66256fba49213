import { text } from '../../messages/index.ts';
import { listed } from '../listed.ts';
import type { PointRole } from '../plant.ts';
import { faultAt } from '../plant-fault.ts';
import { type PointUse, pointsOf } from './function-points.ts';
import type { Lint } from './lint.ts';

const rolesFor: Readonly<Record<PointUse, readonly PointRole[]>> = {
  channel: ['measurement', 'feedback', 'trip', 'alarm', 'manual-trip', 'diagnostic', 'run-state', 'other'],
  setpoint: ['setpoint'],
  'alarm-setpoint': ['alarm-setpoint', 'setpoint'],
  bypass: ['bypass'],
  force: ['force'],
  diagnostic: ['diagnostic'],
  // The output of an alarm is its lamp or horn.
  command: ['command', 'alarm'],
  feedback: ['feedback', 'run-state'],
  'manual-trip': ['manual-trip'],
  'manual-line': ['diagnostic'],
  tripped: ['trip'],
  'vote-point': ['counter', 'other'],
  'first-out': ['trip', 'alarm'],
  'alarm-output': ['alarm', 'command'],
  'alarm-suppressed': ['bypass'],
  reset: ['reset'],
  mode: ['mode'],
  heartbeat: ['heartbeat', 'counter'],
  simulation: ['simulation'],
  'run-state': ['run-state'],
  'loop-measurement': ['measurement'],
  'loop-setpoint': ['setpoint', 'other'],
  'loop-output': ['command', 'feedback', 'measurement', 'other'],
};

/** A point is used for what its role says; a permit lifts a bypass or a force. */
export const pointRoles: Lint = ({ functions, points, permits, placeOf }) => [
  ...[...functions.all].flatMap(([id, it]) =>
    pointsOf(it).flatMap(({ tag, use, path }) => {
      const role = points.all.get(tag)?.role;
      if (role === undefined || rolesFor[use].includes(role)) return [];
      const because = text('plant.role', { tag, role, fitting: listed(rolesFor[use]) });
      return [faultAt(placeOf(['functions', id, ...path]), because)];
    }),
  ),
  ...[...permits].flatMap(([index, { bypass: tag }]) => {
    const role = points.all.get(tag)?.role;
    if (role === undefined || role === 'bypass' || role === 'force') return [];
    const because = text('plant.role', { tag, role, fitting: listed(['bypass', 'force']) });
    return [faultAt(placeOf(['permits', index, 'bypass']), because)];
  }),
];
