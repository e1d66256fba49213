import { type Language, type MessageKey, say, type TextValue, text } from '../src/messages/index.ts';

/** Where a verb speaks: results on standard output, everything else on standard error. */
export interface Terminal {
  readonly language: Language;
  /** Colour only on a terminal, and never where NO_COLOR is set. */
  readonly colour: boolean;
  readonly width: number;
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
  const speak = (key: MessageKey, values?: Readonly<Record<string, TextValue>>) => say(text(key, values), language);
  return {
    language,
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    width: process.stdout.columns ?? 100,
    quiet,
    say: speak,
    print: (lines) => void process.stdout.write(`${lines}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    fail: (key, values) => void process.stderr.write(`${speak(key, values)}\n`),
  };
}
