/** Where a table has what: one row a value (`long`), or one row a time with a column an item (`wide`). */
export type Columns = TimeColumns &
  (
    | { readonly layout: 'long'; readonly item: number; readonly value: number; readonly quality?: number }
    | { readonly layout: 'wide'; readonly items: readonly WideColumn[] }
  );

interface TimeColumns {
  readonly time: number;
  /** A column of its own for the clock beside one for the day, and for milliseconds. */
  readonly clock?: number;
  readonly ms?: number;
}

interface WideColumn {
  readonly item: string;
  readonly value: number;
  readonly quality?: number;
}

const words = {
  time: [
    '时间',
    '时标',
    '日期时间',
    '采样时间',
    '发生时间',
    '时间戳',
    'time',
    'timestamp',
    'datetime',
    'datetimestamp',
    'eventtime',
    'sampletime',
    'servertime',
    'sourcetime',
  ],
  day: ['日期', 'date'],
  ms: ['毫秒', 'ms', 'msec', 'millisecond', 'milliseconds'],
  item: [
    '位号',
    '点名',
    '标签',
    '测点',
    '变量名',
    '变量',
    '信号',
    'tag',
    'tagname',
    'itemid',
    'item',
    'name',
    'point',
    'pointname',
    'source',
    'signal',
  ],
  value: [
    '值',
    '数值',
    '实时值',
    '当前值',
    '状态',
    '动作',
    '信号状态',
    '事件状态',
    'value',
    'pv',
    'state',
    'newvalue',
    'action',
  ],
  quality: ['质量', '质量码', '品质', '状态码', 'quality', 'opcquality', 'qualitydetail', 'qc', 'confidence'],
} as const;

type Meaning = keyof typeof words;

const meanings = new Map<string, Meaning>(
  (['time', 'day', 'ms', 'item', 'value', 'quality'] as const).flatMap((meaning) =>
    words[meaning].map((word) => [word, meaning] as const),
  ),
);

/** What the cells of a row mean if it is the header of an export; undefined where it is none. */
export function columnsOf(cells: readonly string[]): Columns | undefined {
  const at = new Map<Meaning, number>();
  for (const [index, cell] of cells.entries()) {
    const meaning = meanings.get(plain(cell));
    if (meaning !== undefined && !at.has(meaning)) at.set(meaning, index);
  }
  const [day, clock] = [at.get('day'), at.get('time')];
  const time = day ?? clock;
  if (time === undefined) return undefined;
  const ms = at.get('ms');
  const times: TimeColumns = {
    time,
    ...(day === undefined || clock === undefined ? {} : { clock }),
    ...(ms === undefined ? {} : { ms }),
  };
  const [item, value, quality] = [at.get('item'), at.get('value'), at.get('quality')];
  if (item !== undefined && value !== undefined)
    return { ...times, layout: 'long', item, value, ...(quality === undefined ? {} : { quality }) };
  if (item !== undefined) return undefined;
  const items = wideColumns(cells, new Set([time, clock, ms].filter((index) => index !== undefined)));
  return items.length === 0 ? undefined : { ...times, layout: 'wide', items };
}

/** Every other column is an item; one that is called like its neighbour with a word for quality is that one's quality. */
function wideColumns(cells: readonly string[], taken: ReadonlySet<number>): readonly WideColumn[] {
  const columns: { item: string; value: number; quality?: number }[] = [];
  for (const [index, cell] of cells.entries()) {
    if (taken.has(index) || cell === '') continue;
    const last = columns.at(-1);
    const isQuality = meanings.get(plain(cell)) === 'quality' || /[\s._-](quality|质量|品质|qc)$/i.test(cell);
    if (isQuality && last?.value === index - 1) last.quality = index;
    else if (!isQuality) columns.push({ item: cell, value: index });
  }
  return columns;
}

function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[(（[].*$/gu, '')
    .replaceAll(/[\s_.:*"-]/gu, '');
}
