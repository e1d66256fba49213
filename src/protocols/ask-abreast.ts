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
  const answered: (Asked<Q, A> | { readonly error: unknown })[] = [];
  let underWay = 0;
  let wake: () => void = () => undefined;
  const begin = (question: Q) => {
    underWay += 1;
    const ended = (outcome: Asked<Q, A> | { readonly error: unknown }) => {
      answered.push(outcome);
      wake();
    };
    ask(question).then(
      (answer) => ended({ question, answer }),
      (error: unknown) => ended({ error }),
    );
  };
  const fill = () => {
    while (underWay < window()) {
      const question = queue.shift();
      if (question === undefined) return;
      begin(question);
    }
  };
  for (;;) {
    fill();
    if (underWay === 0) return;
    if (answered.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const outcome = answered.shift();
    if (outcome === undefined) continue;
    underWay -= 1;
    if ('error' in outcome) throw outcome.error;
    // The next one is under way while this one is taken in.
    fill();
    yield outcome;
  }
}
