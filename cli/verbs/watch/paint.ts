/** What a piece of the screen means, for those who see colour. */
export type Tone = 'plain' | 'strong' | 'good' | 'bad' | 'doubt' | 'quiet';

const codes: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '\u001b[1m',
  good: '\u001b[32m',
  bad: '\u001b[31m',
  doubt: '\u001b[33m',
  quiet: '\u001b[2m',
};

/** The words in their tone; as they are where colour is off. Control characters that a device brought in are left out. */
export function paint(words: string, tone: Tone, isColoured: boolean): string {
  const clean = words.replace(/\p{Cc}/gu, '');
  return isColoured && tone !== 'plain' ? `${codes[tone]}${clean}\u001b[0m` : clean;
}
