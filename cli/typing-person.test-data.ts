import { PassThrough, Writable } from 'node:stream';
import type { AskingStreams } from './asker.ts';

/** What a person types once a question stands there. */
export type Typed = readonly [question: string, ...keys: readonly string[]];

export const enter = '\r';
export const space = ' ';
export const down = '\u001B[B';

/** Streams of a person who answers one question after another with keys; `left` are those that were never asked. */
export function typingPerson(answers: readonly Typed[]): AskingStreams & { left(): readonly string[]; seen(): string } {
  const input = new PassThrough();
  const waiting = [...answers];
  let [fresh, all] = ['', ''];
  const output = new Writable({
    write(chunk, _, done) {
      const text = String(chunk);
      fresh += text;
      all += text;
      const [next] = waiting;
      if (next !== undefined && fresh.includes(next[0])) {
        waiting.shift();
        fresh = '';
        const keys = next.slice(1);
        const press = () => {
          const key = keys.shift();
          if (key === undefined) return;
          input.write(key);
          setImmediate(press);
        };
        setImmediate(press);
      }
      done();
    },
  });
  // Each prompt ends the stream that it wrote to; a terminal does not mind.
  output.end = () => output;
  return { input, output, left: () => waiting.map(([question]) => question), seen: () => all };
}
