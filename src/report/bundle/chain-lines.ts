import type { Entry } from '../../audit/index.ts';

/** The evidence as text, an entry a line: JSON for every program, with the body byte for byte as its hash covers it. */
export function chainLines(entries: readonly Entry[]): Uint8Array {
  const lines = entries.map(({ number, kind, hash, body }) => {
    return `{"number":${number},"kind":"${kind}","hash":"${hash}","body":${body}}\n`;
  });
  return Buffer.from(lines.join(''));
}

const line = /^\{"number":([1-9]\d*),"kind":"([a-z-]+)","hash":"([0-9a-f]{64})","body":(.*)\}$/;

/** Reads the entries again; a line that is none throws with its number. */
export function readChainLines(text: Uint8Array): readonly Entry[] {
  const written = new TextDecoder('utf-8', { fatal: true }).decode(text);
  const lines = written.split('\n');
  if (lines.pop() !== '') throw new Error('audit.jsonl: the last line does not end');
  return lines.map((each, index) => {
    const [, number, kind, hash, body] = line.exec(each) ?? [];
    if (kind === undefined || hash === undefined || body === undefined) throw new Error(`audit.jsonl:${index + 1}`);
    return { number: Number(number), kind, hash, body };
  });
}
