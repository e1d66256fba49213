import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';

/** One verb of the command line. `register` is cheap: it names options and loads nothing; the work is behind `run`. */
export interface Verb {
  register(program: Command, io: Terminal, run: (work: () => Promise<number>) => Promise<void>): void;
}
