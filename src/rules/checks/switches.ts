import type { SafetyFunction } from '../../plant/index.ts';

/** The bypass and force switches of a function and those that suppress its alarms, each once. */
export function switchesOf(it: SafetyFunction): readonly string[] {
  return [
    ...new Set(
      it.causes.flatMap((cause) => [
        ...cause.bypasses,
        ...cause.forces,
        ...(cause.alarm?.suppressed === undefined ? [] : [cause.alarm.suppressed]),
      ]),
    ),
  ];
}
