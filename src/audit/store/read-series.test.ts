import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reading } from '../../protocols/index.ts';
import { Sampler } from '../sampler.ts';
import { eachSight, lastSeenMs, type Series } from '../series.ts';
import { createSqliteLog, openDatabase, readEntries } from './index.ts';
import { readSamples } from './read-samples.ts';
import { readSeries } from './read-series.ts';

let file: string;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-series-'));
  file = join(folder, 'audit.sqlite');
  const log = createSqliteLog(file);
  // Two controllers take turns; A changes once, B never, C stands on the other one and changes in each round.
  const [sis, dcs] = [new Sampler('SIS', log), new Sampler('DCS', log)];
  for (const round of [1, 2, 3, 4]) {
    sis.take([reading('A', round === 3 ? 8 : 7, round), reading('B', 5, round)], round, round * 1000);
    dcs.take([reading('C', round, round)], round, round * 1000);
  }
  log.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (round: number) => ({ utc: 1_000_000 + round * 1000, monotonicMs: round * 1000 });

function reading(tag: string, value: number, round: number): Reading {
  const base = { kind: 'reading', tag, value, type: 'float32', quality: 'good' } as const;
  return { ...base, raw: Uint8Array.of(value), at: at(round), exchange: round, serverTime: at(round).utc - 5 };
}

function controllerOf(tag: string): string {
  return tag === 'C' ? 'DCS' : 'SIS';
}

function sightsOf(series: Series) {
  const sights: unknown[] = [];
  eachSight(series, (said, { at, serverTime }, evidence, confirmation) =>
    sights.push({ value: said.kind === 'reading' ? said.value : undefined, at, serverTime, evidence, confirmation }),
  );
  return sights;
}

it('gives of a file, entry by entry, what reading all of it gives', () => {
  const series = readSeries(file, controllerOf);
  const all = readSamples(readEntries(file));
  expect([...series.keys()]).toEqual(['A', 'B', 'C']);
  for (const [tag, one] of series) {
    const own = all.filter((sample) => sample.tag === tag);
    expect([...one]).toEqual(own);
    expect(sightsOf(one)).toEqual(sightsOf(own));
    expect(lastSeenMs(one)).toBe(own.at(-1)?.at.utc);
    expect(lastSeenMs(one)).toBe(at(4).utc);
  }
});

it('refuses a file whose chain does not hold', () => {
  const database = openDatabase(file);
  database.exec('DROP TRIGGER entry_no_update');
  database.exec(`UPDATE entry SET body = replace(body, '"value":5', '"value":6') WHERE number = 2`);
  database.close();
  expect(() => readSeries(file, controllerOf)).toThrow('breaks at entry 2');
});
