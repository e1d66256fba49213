import { type Language, say, text } from '../src/messages/index.ts';
import type { Terminal } from './terminal.ts';

/** A terminal with all that was said to it. */
export interface Said {
  readonly io: Terminal;
  readonly out: string[];
  readonly err: string[];
}

/** A terminal that keeps what is said, without colour, 100 columns wide. */
export function listening(language: Language = 'zh'): Said {
  const out: string[] = [];
  const err: string[] = [];
  const speak: Terminal['say'] = (key, values) => say(text(key, values), language);
  const io: Terminal = {
    language,
    colour: false,
    width: 100,
    say: speak,
    print: (lines) => void out.push(lines),
    note: (line) => void err.push(line),
    fail: (key, values) => void err.push(speak(key, values)),
  };
  return { io, out, err };
}
