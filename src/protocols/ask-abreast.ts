/** A question, and what came of it. */
export interface Asked<Q, A> {
  readonly question: Q;
  readonly answer: A;
}

/**
 * Asks the questions of a queue, as many at once as `window` allows when it is looked at; gives each as its answer comes. Whoever
 * takes them may put further questions into the queue. Ends when nothing is under way and the queue is empty, or the window is.
 */
export async function* askAbreast<Q, A>(
  queue: Q[],
  window: () => number,
  ask: (question: Q) => Promise<A>,
): AsyncGenerator<Asked<Q, A>> {
  const underWay = new Map<Q, Promise<Asked<Q, A>>>();
  for (;;) {
    while (underWay.size < window()) {
      const question = queue.shift();
      if (question === undefined) break;
      underWay.set(
        question,
        ask(question).then((answer) => ({ question, answer })),
      );
    }
    if (underWay.size === 0) return;
    const asked = await Promise.race(underWay.values());
    underWay.delete(asked.question);
    yield asked;
  }
}
