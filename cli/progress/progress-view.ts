/** Where the progress of a run over several controllers is shown. Everything goes to standard error. */
export interface ProgressView {
  /** What stands at one controller now; only a terminal shows it. */
  row(id: string, words: string): void;
  /** A controller has been left: its last words stay. */
  settled(id: string, words: string, isGood: boolean): void;
  /** How far the whole has come; said now and then where lines cannot be replaced. */
  overall(words: string): void;
  /** A line about the whole that stays. */
  say(words: string): void;
  /** Nothing more will be shown; resolves when the terminal is as it was. Safe to call twice. */
  end(): Promise<void>;
}
