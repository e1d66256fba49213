import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from './text.ts';

/** What has a text of its own: the faults of a reading, the exit codes, the words of a report. */
const topicKinds = ['fault', 'exit', 'word'] as const;

/** A text of one screen about one thing, for `tripline explain`. */
export interface Topic {
  readonly kind: (typeof topicKinds)[number];
  /** The name of its file, the same in both languages. */
  readonly id: string;
  /** What it may be asked for by, in this language. */
  readonly names: readonly string[];
  readonly says: string;
}

/** Every topic in one language. A file holds the names in its first line, then, after a blank line, the text. */
export function topics(language: Language): readonly Topic[] {
  return topicKinds.flatMap((kind) => {
    const folder = new URL(`./topics/${language}/${kind}/`, import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    return files.sort().map((file): Topic => {
      const written = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n');
      const [names = '', , ...lines] = written.trimEnd().split('\n');
      return { kind, id: file.slice(0, -'.txt'.length), names: names.split(' · '), says: lines.join('\n') };
    });
  });
}

/** The topics that go by a name in either language, told in the wanted one. */
export function topicNamed(name: string, language: Language): readonly Topic[] {
  const asked = name.toLowerCase();
  const ids = new Set(
    [...topics('zh'), ...topics('en')]
      .filter(({ names }) => names.some((one) => one.toLowerCase() === asked))
      .map(({ kind, id }) => `${kind}/${id}`),
  );
  return topics(language).filter(({ kind, id }) => ids.has(`${kind}/${id}`));
}
