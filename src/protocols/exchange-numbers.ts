/** Gives the numbers of exchanges, one behind another; `after` is the last one that was given before an interruption. */
export function exchangeNumbers(after = 0): () => number {
  let last = after;
  return () => {
    last += 1;
    return last;
  };
}
