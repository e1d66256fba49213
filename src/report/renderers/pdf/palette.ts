/** Colours by what they mean; each survives a black-and-white copier because a word or a shape always goes with it. */
export const palette = {
  ink: '0.1 0.1 0.12',
  quiet: '0.38 0.4 0.43',
  accent: '0.12 0.23 0.37',
  bad: '0.65 0.1 0.1',
  doubt: '0.6 0.38 0',
  good: '0.12 0.38 0.2',
  rule: '0.7 0.72 0.75',
  faint: '0.86 0.88 0.9',
  header: '0.93 0.945 0.96',
  paper: '1 1 1',
} as const;
export type Tone = keyof typeof palette;
