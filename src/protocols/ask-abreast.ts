/** Asks one question: calls `ended` once, at once or later, or `failed` where we erred. */
export type AskOne<Q, A> = (question: Q, ended: (answer: A) => void, failed: (error: unknown) => void) => void;

/** Takes in one answer; may put further questions into the queue. */
export type TakeOne<Q, A> = (question: Q, answer: A) => void;

/**
 * Asks the questions of a queue, as many at once as `window` allows when it is looked at. The next question leaves in the
 * moment in which an answer comes; the answer is taken in after that, in the order in which answers came. Resolves when
 * nothing is under way and the queue is empty, or the window is; rejects with the first error.
 */
export function askAbreast<Q, A>(
  queue: Q[],
  window: () => number,
  ask: AskOne<Q, A>,
  take: TakeOne<Q, A>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let answered: { readonly question: Q; readonly answer: A }[] = [];
    let underWay = 0;
    let isFilling = false;
    let isFailed = false;
    const failed = (error: unknown) => {
      isFailed = true;
      reject(error);
    };
    const fill = () => {
      // A question that ends at once is one turn of the loop that is running, not a deeper one.
      if (isFilling) return;
      isFilling = true;
      while (!isFailed && underWay < window()) {
        const question = queue.shift();
        if (question === undefined) break;
        underWay += 1;
        ask(question, (answer) => ended(question, answer), failed);
      }
      isFilling = false;
    };
    const ended = (question: Q, answer: A) => {
      underWay -= 1;
      fill();
      if (answered.push({ question, answer }) === 1) process.nextTick(takeAll);
    };
    const takeAll = () => {
      const outcomes = answered;
      answered = [];
      try {
        for (const { question, answer } of outcomes) if (!isFailed) take(question, answer);
        fill();
      } catch (error) {
        failed(error);
      }
      if (underWay === 0 && answered.length === 0) resolve();
    };
    fill();
    if (underWay === 0 && answered.length === 0) resolve();
  });
}
