import { beforeAll, describe, expect, it } from 'vitest';
import { applyMove, openCase } from '../../rectification/case/apply-move.ts';
import { openedCase } from '../../rectification/case/opened.test-data.ts';
import {
  type CaseState,
  type DraftKind,
  draftKinds,
  draftOf,
  loadSettings,
  type Move,
} from '../../rectification/index.ts';
import { hasPoppler, pagesOf } from '../renderers/pdf/poppler.test-data.ts';
import { sampleRecord } from '../sample-record.test-data.ts';
import { draftPdf } from './index.ts';

const loaded = loadSettings();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const { settings } = loaded;
const date = '2017-11-22';
const options = { language: 'zh', date: new Date(`${date}T00:00:00+08:00`), creator: 'tripline 0.1.0' } as const;

function lived(moves: readonly Move[], opened = openedCase()): CaseState {
  return moves.reduce(
    (state, move) => applyMove(state, { case: opened.case, date, by: '王五', move, recordedAt: date }, 9),
    openCase(opened, 1),
  );
}
const audit = { id: 'again', head: 'c'.repeat(64), observationDate: date };
const moves: readonly Move[] = [
  { move: 'order', until: '2017-12-22' },
  { move: 'read-again', audit, verdict: 'not-rectified' },
  { move: 'confirm', verdict: 'not-rectified', machine: 'not-rectified' },
];
/** A finding as the register keeps it, with an item, a confidence and a name that is longer than a line. */
const { finding } = openedCase();
const wordy = openedCase({
  case: '2017-0002',
  finding: {
    ...finding,
    subject: { ...finding.subject, id: 'SIF-101', name: '反应釜超温报警、切断氯气进料、加大冷却水' },
    clauses: ['安监总管三〔2017〕121号 4 (REG-MH-04, verified)', 'GB/T 50770-2013 (REG-50770-5, memory)'],
  },
});

function drafted(kind: DraftKind, cases = [lived(moves), lived(moves, wordy)]) {
  const draft = draftOf(kind, { cases, date, settings, record: sampleRecord() });
  if (!draft.ok) throw new Error(draft.because.key);
  return draft.draft;
}

describe.skipIf(!hasPoppler)('the papers, read by another program', () => {
  it.each(draftKinds.flatMap((kind) => [[kind, 'zh'] as const, [kind, 'en'] as const]))(
    '%s in %s',
    async (kind, language) => {
      const pages = pagesOf(await draftPdf(drafted(kind), { ...options, language }));
      await expect(pages.join('\n──────── next page\n')).toMatchFileSnapshot(`./golden/${kind}-${language}.txt`);
      for (const page of pages) expect(page).toMatch(language === 'zh' ? /草稿|建议稿/ : /DRAFT|PROPOSAL/);
    },
  );

  describe('a long order', () => {
    let pages: readonly string[] = [];
    beforeAll(async () => {
      const statement = { zh: '紧急停车系统应保持投用，不得擅自摘除。'.repeat(60), en: '-' };
      const long = openedCase({ finding: { ...finding, statement } });
      pages = pagesOf(await draftPdf(drafted('order', [lived(moves, long), lived(moves, wordy)]), options));
    });
    const linesOf = (page: string) => page.split('\n').filter((line) => line.trim() !== '');

    it('has pages of 22 lines, and lines of 28 characters', () => {
      expect(pages.length).toBeGreaterThan(2);
      const body = linesOf(pages[1] ?? '').filter((line) => /[紧急停车投用摘除]/.test(line));
      expect(body).toHaveLength(22);
      // A comma at the end of a line takes half of its place.
      for (const line of body) expect([27, 28, 29]).toContain([...line.trim()].length);
    });

    it('begins no line with a mark that may not begin one, and breaks no blank', () => {
      for (const line of pages.flatMap(linesOf)) {
        expect(line.trim()).not.toMatch(/^[，。、；：！？）〕】》”’]/);
        expect(line.trim()).not.toMatch(/[（〔【《“‘]$/);
      }
      const blanks = pages.join('').match(/＿+/g) ?? [];
      expect(blanks.filter((it) => it.length === 6)).toHaveLength(2);
    });

    it('numbers its pages at the outer side, and ends with place, seal and day on one page', () => {
      const foot = (page: string | undefined) => linesOf(page ?? '').at(-1) ?? '';
      expect(foot(pages[0])).toMatch(/^ {25,}—\s?1\s?—/);
      expect(foot(pages[1])).toMatch(/^ {0,12}—\s?2\s?—/);
      const last = pages.at(-1) ?? '';
      for (const said of ['执法人员', '被检查单位负责人', '（机关印章）', '年', '一式两份'])
        expect(last).toContain(said);
    });
  });
});

describe('a paper', () => {
  it('is the same for the same draft, and holds no red head and no seal', async () => {
    const [one, two] = [await draftPdf(drafted('order'), options), await draftPdf(drafted('order'), options)];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('cannot be made with a character that no face has, and names it', async () => {
    const strange = openedCase({ enterprise: { name: '桓台🏭化工', uscc: '91370321MA3C000006' } });
    await expect(draftPdf(drafted('order', [lived(moves, strange)]), options)).rejects.toThrow('🏭');
  });
});
