/** The end of an operation, on the monotonic clock. It only ever gets nearer. Not the time limit of a rectification. */
export interface Deadline {
  readonly atMs: number;
  remainingMs(): number;
  /** A deadline no later than this one and at most `ms` from now. */
  within(ms: number): Deadline;
}

/** A deadline `ms` milliseconds from now. */
export function deadlineIn(ms: number): Deadline {
  return deadlineAt(performance.now() + ms);
}

function deadlineAt(atMs: number): Deadline {
  return {
    atMs,
    remainingMs: () => Math.max(0, atMs - performance.now()),
    within: (ms) => deadlineAt(Math.min(atMs, performance.now() + ms)),
  };
}
