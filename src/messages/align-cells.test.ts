import { describe, expect, it } from 'vitest';
import { alignCells, displayWidth } from './index.ts';

describe('alignCells', () => {
  it('counts wide characters twice', () => {
    const lines = alignCells(['2017-0001  桓台某某化工有限公司  一般  x', '2  A  重大隐患  y', '3  é  B  z']);
    const last = lines.map((line) => displayWidth(line.slice(0, -1)));
    expect(new Set(last).size, lines.join('\n')).toBe(1);
    expect(last[0]).toBe('2017-0001'.length + 2 + 20 + 2 + 8 + 2);
  });

  it('keeps what a line begins with, fills no last cell, and leaves single blanks alone', () => {
    expect(alignCells(['  a b  c', '  d  e'])).toEqual(['  a b  c', '  d    e']);
    expect(alignCells(['a  b', 'a much longer line of one cell'])).toEqual(['a  b', 'a much longer line of one cell']);
    expect(alignCells([])).toEqual([]);
  });
});
