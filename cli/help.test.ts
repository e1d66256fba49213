import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { displayWidth, type Language } from '../src/messages/index.ts';
import { listeningTerminal } from './listening-terminal.test-data.ts';
import { programOf } from './program.ts';

/** A command of the tree with the words that lead to it. */
interface Placed {
  readonly words: string;
  readonly command: Command;
}

const programs = { zh: everyCommand('zh'), en: everyCommand('en') };
const ideograph = /\p{Script=Han}/u;

describe.each(['zh', 'en'] as const)('the help in %s', (language) => {
  const isOwn = (said: string) => ideograph.test(said) === (language === 'zh');

  it.each(programs[language])('describes $words, its arguments and its options', ({ command }) => {
    expect(command.description(), 'description').not.toBe('');
    expect(isOwn(command.description()), command.description()).toBe(true);
    for (const { flags, description } of command.options) {
      expect(description, flags).not.toBe('');
      expect(isOwn(description), `${flags}: ${description}`).toBe(true);
    }
    for (const argument of command.registeredArguments) {
      expect(argument.description, argument.name()).not.toBe('');
      expect(isOwn(argument.description) || argument.description.includes(':'), argument.description).toBe(true);
    }
  });

  it.each(programs[language])(
    'shows $words without an English word of the library or an escape code',
    ({ command }) => {
      const help = command.helpInformation();
      expect(help).not.toContain('\u001b');
      if (language === 'zh') expect(help).not.toMatch(/display help|default:|choices:|Usage:|Options:/);
    },
  );
});

describe('the help', () => {
  it('gives an example with every verb', () => {
    for (const { words, command } of programs.en.filter((each) => each.words.split(' ').length === 2)) {
      let after = '';
      command.configureOutput({ writeOut: (said) => (after += said) });
      command.outputHelp();
      expect(after, words).toContain(`Example:\n  tripline ${command.name()}`);
    }
  });

  it('aligns its descriptions by what the eye sees', () => {
    const help = programs.zh.find(({ words }) => words === 'tripline audit')?.command.helpInformation() ?? '';
    const columns = help
      .split('\n')
      .filter((line) => /^ {2}(--|-h)/.test(line))
      .map((line) => displayWidth(/^ {2}.*? {2,}/.exec(line)?.[0] ?? ''));
    expect(columns.length).toBeGreaterThan(5);
    expect(new Set(columns).size).toBe(1);
  });
});

function everyCommand(language: Language): readonly Placed[] {
  const { io } = listeningTerminal(language);
  const below = (words: string, command: Command): readonly Placed[] => [
    { words, command },
    ...command.commands.flatMap((each) => below(`${words} ${each.name()}`, each)),
  ];
  return below(
    'tripline',
    programOf(io, async () => undefined),
  );
}
