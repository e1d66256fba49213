import { type Language, say } from '../src/messages/index.ts';
import type { Terminal } from './terminal.ts';

/** A terminal that keeps what it was told: results in `out`, everything else in `err`. */
export function listeningTerminal(language: Language): {
  readonly io: Terminal;
  readonly out: string[];
  readonly err: string[];
} {
  const out: string[] = [];
  const err: string[] = [];
  const speak: Terminal['say'] = (key, values) => say(values === undefined ? { key } : { key, with: values }, language);
  return {
    io: {
      language,
      colour: false,
      width: 100,
      say: speak,
      print: (lines) => void out.push(lines),
      note: (line) => void err.push(line),
      fail: (key, values) => void err.push(speak(key, values)),
    },
    out,
    err,
  };
}
