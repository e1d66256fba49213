/**
 * Gives a way to run work that holds named things: works that share a name run one after another, in the order given, and
 * all others side by side. A work that throws frees what it held.
 */
export function inTurn(): <T>(names: readonly string[], work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (names, work) => {
    const before = names.map((name) => last.get(name));
    const done = Promise.allSettled(before).then(work);
    for (const name of names) last.set(name, done);
    return done;
  };
}
