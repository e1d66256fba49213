import { type Language, type MessageKey, say, type TextValue, text } from '../src/messages/index.ts';
import { colourOf } from './colour.ts';

/** Where a verb speaks: results on standard output, everything else on standard error. */
export interface Terminal {
  readonly language: Language;
  /** Colour only on a terminal, and never where NO_COLOR is set. */
  readonly colour: boolean;
  readonly width: number;
  /** Standard error is a terminal on which lines may be drawn again. */
  readonly isLive?: boolean;
  /** Leave out the progress of the work; never a result or an error. */
  readonly quiet?: boolean;
  say(key: MessageKey, values?: Readonly<Record<string, TextValue>>): string;
  /** Writes lines to standard output. */
  print(lines: string): void;
  /** Writes a line about the work to standard error. */
  note(line: string): void;
  /** Writes an error to standard error. */
  fail(key: MessageKey, values?: Readonly<Record<string, TextValue>>): void;
}

/** The process's own terminal. */
export function terminal(language: Language, quiet: boolean): Terminal {
  // A reader that has seen enough (`| head`) ends nobody's audit.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  const speak = (key: MessageKey, values?: Readonly<Record<string, TextValue>>) => say(text(key, values), language);
  return {
    language,
    colour: colourOf(process.stdout, process.env),
    isLive: colourOf(process.stderr, process.env),
    width: process.stdout.columns || 100,
    quiet,
    say: speak,
    print: (lines) => void process.stdout.write(`${lines}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    fail: (key, values) => void process.stderr.write(`${speak(key, values)}\n`),
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
