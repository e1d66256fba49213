/** Whole numbers in ascending order; those that follow each other stand as one [first, last]. */
export type Runs = readonly (number | readonly [number, number])[];

/** The runs of distinct numbers, which may come in any order. */
export function runsOf(numbers: readonly number[]): Runs {
  const runs: (number | [number, number])[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    const [first, last] = typeof run === 'object' ? run : [run, run];
    if (first !== undefined && last === number - 1) runs[runs.length - 1] = [first, number];
    else runs.push(number);
  }
  return runs;
}

/** Every number of the runs, ascending. */
export function numbersIn(runs: Runs): readonly number[] {
  return runs.flatMap((run) => {
    if (typeof run === 'number') return [run];
    const [first, last] = run;
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** Whether a number is in one of the runs; by halves, since a moving plant has many. */
export function isIn(runs: Runs, number: number): boolean {
  let [from, to] = [0, runs.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const run = runs[middle];
    if (run === undefined) return false;
    const [first, last] = typeof run === 'number' ? [run, run] : run;
    if (number < first) to = middle - 1;
    else if (number > last) from = middle + 1;
    else return true;
  }
  return false;
}
