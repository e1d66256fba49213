import { describe, expect, it } from 'vitest';
import { exitCode } from '../../cli/exit-code.ts';
import { listeningTerminal } from '../../cli/listening-terminal.test-data.ts';
import { programOf } from '../../cli/program.ts';
import { faultTopics } from '../protocols/index.ts';
import { outcomeWords } from '../rules/index.ts';
import { displayWidth, topicNamed, topics } from './index.ts';

const ids = (kind: string, language: 'zh' | 'en') =>
  topics(language)
    .filter((topic) => topic.kind === kind)
    .map(({ id }) => id)
    .sort();

describe('the texts of tripline explain', () => {
  it('are there for every fault, and for nothing that is no fault', () => {
    expect(ids('fault', 'zh')).toEqual([...faultTopics].sort());
    expect(ids('fault', 'en')).toEqual([...faultTopics].sort());
  });

  it('are there for every exit code', () => {
    const codes = Object.values(exitCode).map(String).sort();
    expect(ids('exit', 'zh')).toEqual(codes);
    expect(ids('exit', 'en')).toEqual(codes);
  });

  it('are there for every word of a result and the three answers, in both languages', () => {
    expect(ids('word', 'zh')).toEqual(ids('word', 'en'));
    expect(ids('word', 'zh')).toEqual(expect.arrayContaining([...outcomeWords, 'built', 'esd-present', 'in-service']));
  });

  it.each([...topics('zh'), ...topics('en')])('$kind/$id fits on one screen and in its own language', (topic) => {
    const isChinese = topics('zh').some(({ says }) => says === topic.says);
    const lines = topic.says.split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(100);
    expect(topic.names.length).toBeGreaterThan(0);
    expect(lines[0]).not.toBe('');
    if (isChinese) expect(topic.says).toMatch(/\p{Script=Han}/u);
    else expect(topic.says.replaceAll(/合格|推演|建议按重大研判/g, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('of faults say what happened and what to try', () => {
    for (const { kind, id, says } of topics('en'))
      if (kind === 'fault') expect(says, id).toMatch(/^What happened\n[\s\S]*\nWhat to try\n/);
    for (const { kind, id, says } of topics('zh'))
      if (kind === 'fault') expect(says, id).toMatch(/^发生了什么\n[\s\S]*\n怎么办\n/);
  });

  it('name only commands and options that exist', () => {
    const program = programOf(listeningTerminal('en').io, async () => undefined);
    const options = new Set(program.commands.flatMap((each) => each.options.map(({ long }) => long)));
    for (const { id, says } of [...topics('zh'), ...topics('en')]) {
      for (const [, verb = ''] of says.matchAll(/tripline ([a-z]+)(?![a-z/])/g))
        if (!['pki'].includes(verb))
          expect(
            program.commands.map((each) => each.name()),
            id,
          ).toContain(verb);
      for (const [option] of says.matchAll(/--[a-z-]+/g)) expect([...options], `${id} ${option}`).toContain(option);
    }
  });

  it('go by their names in either language, and no name leads to two things of one kind', () => {
    expect(topicNamed('无法核实', 'en').map(({ id }) => id)).toEqual(['unknown']);
    expect(topicNamed('TIMEOUT', 'zh').map(({ id }) => id)).toEqual(['timeout-read']);
    expect(topicNamed('nothing', 'zh')).toEqual([]);
    for (const language of ['zh', 'en'] as const) {
      const all = topics(language).flatMap(({ kind, names }) => names.map((name) => `${kind}/${name}`));
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
