import type { DraftFunction } from '../draft.ts';
import type { Path } from '../written-file.ts';

/** What a function uses a point for. */
export type PointUse =
  | 'channel'
  | 'setpoint'
  | 'alarm-setpoint'
  | 'bypass'
  | 'force'
  | 'diagnostic'
  | 'command'
  | 'feedback'
  | 'manual-trip'
  | 'manual-line'
  | 'tripped'
  | 'vote-point'
  | 'first-out'
  | 'alarm-output'
  | 'alarm-suppressed'
  | 'reset'
  | 'mode'
  | 'heartbeat'
  | 'simulation'
  | 'run-state'
  | 'loop-measurement'
  | 'loop-setpoint'
  | 'loop-output';

/** A point that a function names, what for, and where below the function it stands. */
export interface UsedPoint {
  readonly tag: string;
  readonly use: PointUse;
  readonly path: Path;
}

/** Every point that a function names. */
export function pointsOf(it: DraftFunction): readonly UsedPoint[] {
  const used: UsedPoint[] = [];
  const add = (use: PointUse, tag: string | undefined, ...path: Path) => {
    if (tag !== undefined) used.push({ tag, use, path });
  };
  for (const [i, cause] of it.causes.entries()) {
    for (const [j, tag] of cause.channels.entries()) add('channel', tag, 'when', i, 'of', j);
    for (const [j, tag] of cause.bypasses.entries()) add('bypass', tag, 'when', i, 'bypass', j);
    for (const [j, tag] of cause.forces.entries()) add('force', tag, 'when', i, 'force', j);
    for (const [j, tag] of cause.diagnostics.entries()) add('diagnostic', tag, 'when', i, 'diagnostics', j);
    add('setpoint', cause.trip?.setpoint, 'when', i, 'trip', 'setpoint');
    add('alarm-setpoint', cause.alarm?.setpoint, 'when', i, 'alarm', 'setpoint');
    add('alarm-output', cause.alarm?.output, 'when', i, 'alarm', 'output');
    add('alarm-suppressed', cause.alarm?.suppressed, 'when', i, 'alarm', 'suppressed');
    add('vote-point', cause.votePoint, 'when', i, 'vote_point');
    add('first-out', cause.firstOut, 'when', i, 'first_out');
  }
  for (const [i, { command, feedback }] of it.effects.entries()) {
    add('command', command?.point, 'then', i, 'command', 'point');
    add('feedback', feedback?.closed, 'then', i, 'feedback', 'closed');
    add('feedback', feedback?.open, 'then', i, 'feedback', 'open');
    add('feedback', feedback?.running, 'then', i, 'feedback', 'running');
  }
  add('manual-trip', it.manual, 'manual');
  add('manual-line', it.manualLine, 'manual_line');
  add('tripped', it.tripped, 'tripped');
  add('reset', it.reset, 'reset');
  add('mode', it.inService?.mode, 'in_service', 'mode');
  add('heartbeat', it.inService?.heartbeat, 'in_service', 'heartbeat');
  add('simulation', it.inService?.simulation, 'in_service', 'simulation');
  add('run-state', it.inService?.runState, 'in_service', 'run_state');
  add('loop-measurement', it.loop?.measurement, 'loop', 'pv');
  add('loop-setpoint', it.loop?.setpoint, 'loop', 'sp');
  add('loop-output', it.loop?.output, 'loop', 'output');
  add('mode', it.loop?.mode, 'loop', 'mode');
  return used;
}
