import { type Language, say, type Text, text } from '../../../../messages/index.ts';
import { grades, type HazardCounts, type Ledger } from '../../../../rectification/index.ts';
import { packWorkbook } from '../pack-workbook.ts';
import { rateText } from './rate-text.ts';

/** 隐患台账 with its statistics as an xlsx workbook; the same register gives the same bytes. `madeAt` in UTC. */
export async function writeLedger(
  ledger: Ledger,
  counts: Readonly<Record<(typeof grades)[number] | 'all', HazardCounts>>,
  madeAt: Date,
  language: Language,
): Promise<Uint8Array> {
  const speak = (key: Text) => say(key, language);
  const cases = [
    ledger.columns.map(speak),
    ...ledger.rows.map((row) =>
      row.map((cell) => {
        if (cell === undefined || typeof cell === 'string') return cell ?? '';
        return 'key' in cell ? say(cell, language) : cell[language];
      }),
    ),
  ];
  const statistics = [
    statisticsHead.map((key) => speak(text(key))),
    ...[...grades, 'all' as const].map((grade) => {
      const it = counts[grade];
      return [
        speak(text(grade === 'all' ? 'rectification.grade-all' : `rectification.grade-${grade}`)),
        it.found,
        it.rectified,
        rateText(it.rate),
        it.carried,
        it.carriedRectified,
        it.openAtEnd,
        it.overdueAtEnd,
        it.supervised,
        it.ordersIssued,
      ];
    }),
  ];
  return packWorkbook(
    [
      {
        name: speak(text('ledger.sheet-cases')),
        rows: cases,
        freezePane: { rows: 1 },
        columns: widths(ledger.columns.length),
      },
      {
        name: speak(text('ledger.sheet-statistics')),
        rows: statistics,
        freezePane: { rows: 1 },
        columns: widths(statisticsHead.length),
      },
    ],
    speak(text('ledger.sheet-cases')),
    madeAt,
  );
}

const statisticsHead = [
  'ledger.statistics-grade',
  'ledger.statistics-found',
  'ledger.statistics-rectified',
  'ledger.statistics-rate',
  'ledger.statistics-carried',
  'ledger.statistics-carried-rectified',
  'ledger.statistics-open',
  'ledger.statistics-overdue',
  'ledger.statistics-supervised',
  'ledger.statistics-orders',
] as const;

function widths(count: number) {
  return Array.from({ length: count }, () => ({ width: 16 }));
}
