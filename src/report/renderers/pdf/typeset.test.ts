import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { printable } from '../../words/index.ts';
import { Face } from './face.ts';
import { fontFile } from './font-file.ts';
import { MissingGlyph } from './missing-glyph.ts';
import { Typeface } from './typeface.ts';
import { type Line, typeset } from './typeset.ts';

const document = new PDFDocument({ font: '', autoFirstPage: false });
const face = new Typeface([new Face(document, fontFile('sans'))]);
const bold = new Typeface([new Face(document, fontFile('sansBold'))]);
const written = (lines: readonly Line[]) => lines.map((line) => line.text);

describe('typesetting', () => {
  it.each([
    ['ideographs fill the measure', '安全生产自动化', 40, ['安全生产', '自动化']],
    ['a closing mark never begins a line', '一二三四，五', 45, ['一二三四，', '五']],
    ['an opening mark never ends one', '一二三（四）', 40, ['一二三', '（四）']],
    ['a number stays with its unit', '批准值为 120 ℃', 66, ['批准值为', '120 ℃']],
    ['a name that is too long breaks at its joints', 'TZSHH-101.SP', 40, ['TZSHH-', '101.SP']],
    ['a blank at the break is dropped', 'trip setpoint', 30, ['trip', 'setpoi', 'nt']],
    ['a line break stands', '一\n二', 40, ['一', '二']],
    ['nothing has no line', '', 40, []],
  ])('%s', (_, text, width, lines) => {
    expect(written(typeset(text, face, 10, width))).toEqual(lines);
  });

  it('comes to the same for plain letters and digits as the general way does', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'TZ-019.: (/~'), minLength: 1, maxLength: 30 }),
      fc.constantFrom('2018-02-01 10:07:59.120', '2018-02-01 10:07', 'DB10.DBD3996', '-1.25', ' 7', '7 '),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 200 }), (said, width) => {
        // A first line that is shorter by next to nothing is only known to the general way.
        expect(typeset(said, face, 7, width)).toEqual(typeset(said, face, 7, width, 1e-9));
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no character and keeps every line within its measure', () => {
    const word = fc.constantFrom(
      '联锁',
      '，',
      '（',
      '）',
      'TZSHH-101.SP',
      '120 ℃',
      ' ',
      '〔2017〕121号',
      '。',
      'GB/T 50770-2013',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 24, max: 400 }), (words, width) => {
        const text = words.join('');
        const lines = typeset(text, face, 10, width);
        const strip = (it: string) => it.replaceAll(' ', '');
        expect(strip(written(lines).join(''))).toBe(strip(text));
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01);
      }),
    );
  });

  it('raises and lowers what the face has no glyph for', () => {
    const [line] = typeset('Cl₂ 10⁻³', face, 10, 200);
    expect(line?.text).toBe('Cl₂ 10⁻³');
    // The face has a raised three of its own.
    expect(line?.runs.map(({ script }) => script)).toEqual([0, -1, 0, 1, 0]);
  });

  it('refuses a character without a glyph and names it', () => {
    expect(() => typeset('阀门 😀 开', face, 10, 200)).toThrow(MissingGlyph);
    expect(() => typeset('阀门 😀 开', face, 10, 200)).toThrow('"😀" (U+1F600) in "阀门 😀 开"');
  });

  it('has a glyph for everything that is called printable', () => {
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const named = characters.filter((character) => printable(character) === character && character !== ' ');
    expect(named.length).toBeGreaterThan(27_000);
    const text = named.join('');
    for (const each of [face, bold]) expect(() => typeset(text, each, 10, 400)).not.toThrow();
  });
});
