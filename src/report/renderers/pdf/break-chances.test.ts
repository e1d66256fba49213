import { describe, expect, it } from 'vitest';
import { breakChances } from './break-chances.ts';

/** The text with `|` where a line may start between words, `'` inside a long name and `.` where only need allows it. */
function shown(text: string): string {
  const signs = { free: '|', soft: "'", hard: '.', loose: '~', never: '' } as const;
  const characters = [...text];
  const chances = breakChances(characters);
  return characters.map((character, index) => signs[chances[index] ?? 'never'] + character).join('');
}

describe('where a line may start', () => {
  it.each([
    ['between ideographs', '联锁投用', '联|锁|投|用'],
    ['not before closing marks', '投用，恢复。', '投|用，|恢|复。'],
    ['not after opening marks', '见（一）项', '见|（一）|项'],
    ['between ideographs and names', '旁路MOS生效', '旁|路|M.O.S|生|效'],
    ['inside a long name after its joints', 'TZSHH-101.SP', "T.Z.S.H.H.-'1.0.1..'S.P"],
    ['after a blank', 'trip at 5', 't.r.i.p |a.t |5'],
    ['not between a number and its unit', '为 120 ℃。', '为 |1.2.0 .℃。'],
    ['not within a number', '为0.119', '为|0...1.1.9'],
    ['not within a pressure', '0.6 MPa(g)', '0...6 .M.P.a.(g.)'],
    ['not within a standard', '按GB/T 50770-2013执行', '按|G.B./.T .5.0.7.7.0.-.2.0.1.3|执|行'],
    ['not within the number of a document', '见安监〔2017〕121号', '见~安~监.〔2.0.1.7〕.1.2.1.号'],
    ['not within a clause', '第 4 项', '第 .4 .项'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('counts characters of other planes as one', () => {
    expect(breakChances(['\u{20000}', '\u{20001}', '5', ' ', '℃'])).toHaveLength(5);
    expect(shown('\u{20000}5 ℃')).toBe('\u{20000}|5 .℃');
  });
});
