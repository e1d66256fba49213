/** The exit codes of every verb (design §4). */
export const exitCode = {
  /** Satisfied, or done. */
  done: 0,
  notSatisfied: 1,
  /** Usage, input or tool failure. */
  usage: 2,
  inconclusive: 3,
  /** Stopped by the read-only guard. */
  readOnlyGuard: 4,
  interrupted: 130,
} as const;
