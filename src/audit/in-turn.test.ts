import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

/** A work that notes its beginning and its end, and ends when it is told to. */
function work(name: string, notes: string[]) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    notes.push(`${name} begins`);
    await ended;
    notes.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

describe('works in turn', () => {
  it('run one after another on one line, and beside those of other lines and of none', async () => {
    const notes: string[] = [];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(name, notes));
    if (!a || !b || !c || !d) throw new Error('no works');
    const take = inTurn();
    const first = take(['/dev/ttyS0'], a.run);
    const second = take(['/dev/ttyS0'], b.run);
    const others = [take(['/dev/ttyS1'], c.run), take([], d.run)];
    c.end();
    d.end();
    expect(await Promise.all(others)).toEqual(['c', 'd']);
    expect(notes).not.toContain('b begins');
    a.end();
    b.end();
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
    expect(notes.indexOf('b begins')).toBeGreaterThan(notes.indexOf('a ends'));
  });

  it('go on after one that throws', async () => {
    const take = inTurn();
    const thrown = take(['line'], () => Promise.reject(new Error('broken')));
    const next = take(['line'], () => Promise.resolve('goes on'));
    await expect(thrown).rejects.toThrow('broken');
    expect(await next).toBe('goes on');
  });
});
