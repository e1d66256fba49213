import { text } from '../../messages/index.ts';
import type { DraftPoint } from '../draft.ts';
import { listed } from '../listed.ts';
import type { OnesMeaning, PointRole } from '../plant.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** What one can mean in a role: a bypass at one that means anything else would be judged upside down. */
const meanings: Readonly<Partial<Record<PointRole, readonly OnesMeaning[]>>> = {
  bypass: ['bypassed'],
  force: ['forced'],
  simulation: ['simulated'],
  mode: ['auto', 'manual', 'running', 'stopped'],
  'run-state': ['running', 'stopped'],
  diagnostic: ['fault', 'healthy'],
  trip: ['tripped', 'healthy'],
  alarm: ['alarm', 'healthy', 'tripped', 'fault'],
  'manual-trip': ['pressed', 'tripped', 'healthy'],
  reset: ['reset', 'pressed'],
};

/** Roles whose value is judged as a switch, whatever its type. */
const switches: ReadonlySet<PointRole> = new Set([
  'bypass',
  'force',
  'simulation',
  'mode',
  'run-state',
  'diagnostic',
  'trip',
  'manual-trip',
  'reset',
]);

/** Every discrete point says what one means, in words that fit its role; what is a switch is no float and no string. */
export const discretePoints: Lint = ({ points, placeOfPoint }) =>
  [...points.all].flatMap(([tag, point]) => {
    const because = wrongWith(tag, point);
    return because === undefined ? [] : [faultAt(placeOfPoint(tag), because)];
  });

/** Whether a point of this type in this role must say what one means. A heartbeat toggles: neither of its values means anything. */
export function needsOnesMeaning(type: DraftPoint['type'], role: PointRole): boolean {
  return role !== 'heartbeat' && (type === 'bool' || (switches.has(role) && !isNumberOrText(type)));
}

function isNumberOrText(type: DraftPoint['type']): boolean {
  return type === 'float32' || type === 'float64' || type === 'string';
}

function wrongWith(tag: string, { type, role, oneMeans }: DraftPoint) {
  if (isNumberOrText(type)) {
    if (switches.has(role)) return text('plant.switch-type', { tag, role, type });
    return oneMeans === undefined ? undefined : text('plant.one-means-needless', { tag, type });
  }
  if (oneMeans === undefined)
    return needsOnesMeaning(type, role) ? text('plant.one-means-missing', { tag }) : undefined;
  const fitting = meanings[role];
  if (fitting === undefined || fitting.includes(oneMeans)) return undefined;
  return text('plant.one-means-role', { tag, role, fitting: listed(fitting), oneMeans });
}
