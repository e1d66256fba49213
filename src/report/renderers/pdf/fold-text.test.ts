import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('folding', () => {
  it.each([
    ['a radical', '\u2f00\u4e00', '一一'],
    ['a radical without a decomposition', '\u2ec5\u2ed3', '见长'],
    ['a compatibility ideograph', '\uf967', '不'],
    ['one of another plane', '\u{2f81a}', '冬'],
    ['an ideograph that only looks like one', '\ufa0e', '\ufa0e'],
    ['hyphens and blanks', 'A\u2011B\u00a0C', 'A-B C'],
    ['dots', '李\u2022某\u30fb甲', '李·某·甲'],
    ['what cannot be seen', '安\u200b全\ufeff', '安全'],
    ['a combining accent', 'e\u0301', 'é'],
    ['ordinary text', '氯化工艺 ℃ m³ （一）', '氯化工艺 ℃ m³ （一）'],
  ])('%s', (_, from, to) => {
    expect(foldText(from)).toBe(to);
  });
});
