import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

describe('openDatabase', () => {
  it('lets no statement be collected, which would end a process under Node 24', async () => {
    const statement = () => {
      const database = openDatabase(':memory:');
      database.exec('CREATE TABLE t (a)');
      expect(database.prepare('INSERT INTO t VALUES (?)').run(1).changes).toBe(1);
      return new WeakRef(database.prepare('SELECT a FROM t'));
    };
    const forgotten = new WeakRef({});
    const ref = statement();
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(forgotten.deref()).toBeUndefined();
    expect(ref.deref()?.all()).toEqual([{ a: 1 }]);
  });

  it('says what a pragma says', () => {
    const database = openDatabase(':memory:');
    database.pragma('user_version = 7');
    expect(database.pragma('user_version', { simple: true })).toBe(7);
    expect(database.pragma('user_version')).toEqual([{ user_version: 7 }]);
    database.close();
  });
});
