import { describe, expect, it } from 'vitest';
import { isConfirmed } from '../confidence.ts';
import { loadCatalogue, withExclusions } from './index.ts';

const catalogue = loadCatalogue();
const processes = catalogue.ids.flatMap((id) => catalogue.get(id) ?? []);

describe('the catalogue of key-supervised processes', () => {
  it('has the 18 processes: 15 of the first list, 3 of the second', () => {
    expect(catalogue.ids).toEqual(Array.from({ length: 18 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`));
    expect(processes.filter((process) => process.batch === 1)).toHaveLength(15);
    expect(catalogue.get('P19')).toBeUndefined();
  });

  it('leaves something out of the processes that a claim to be outside may name, and of no other', () => {
    const leaving = processes.filter(({ scope }) => scope.some(({ is }) => is === 'excluded'));
    expect(new Set(leaving.map(({ id }) => id))).toEqual(withExclusions);
  });

  it('numbers the rows of each process without a gap', () => {
    for (const { id, rows } of processes) {
      const numbers = rows.map((_, index) => `${id}-C${String(index + 1).padStart(2, '0')}`);
      expect(rows.map((row) => row.id)).toEqual(numbers);
    }
  });

  it('holds 180 rows, of which 98 rest on a text that was seen', () => {
    const rows = processes.flatMap((process) => process.rows);
    expect(rows).toHaveLength(180);
    expect(rows.filter((row) => isConfirmed(row.confidence))).toHaveLength(98);
  });

  it('gives every row something that a plant can claim, and no trigger or action twice', () => {
    for (const row of processes.flatMap((process) => process.rows)) {
      expect(row.triggers.length + row.actions.length, row.id).toBeGreaterThan(0);
      expect(new Set(row.triggers).size, row.id).toBe(row.triggers.length);
      expect(new Set(row.actions).size, row.id).toBe(row.actions.length);
    }
  });

  it('cites the fact of its own process, and the notice of its own list', () => {
    for (const { id, batch, clause } of processes) {
      expect(clause.fact).toBe(`REG-P-${id.slice(1)}`);
      expect(clause.document).toBe(batch === 1 ? '安监总管三〔2009〕116号' : '安监总管三〔2013〕3号');
    }
  });

  it('marks the shutdown part of a recommended scheme whose kind is another', () => {
    const marked = processes.flatMap((process) => process.rows).filter((row) => row.shutdown_part !== undefined);
    expect(marked.map((row) => row.id)).toEqual(['P05-C09', 'P12-C09', 'P13-C07']);
    for (const { shutdown_part: part = '', actions, kind } of marked) {
      expect(actions).toContain(part);
      expect(kind).not.toBe('emergency-shutdown');
    }
  });
});
