import { text } from '../../../messages/index.ts';
import { declared } from '../../schema/declared.ts';
import type { ImportedTag } from '../imported-tag.ts';
import { tableOf } from '../sheet/header.ts';
import { placeOfRow, type Sheet } from '../sheet/sheet.ts';

const words = {
  tag: ['Tag Name'],
  address: ['Address'],
  type: ['Data Type'],
  access: ['Client Access'],
  scaling: ['Scaling'],
  rawLow: ['Raw Low'],
  rawHigh: ['Raw High'],
  scaledLow: ['Scaled Low'],
  scaledHigh: ['Scaled High'],
  unit: ['Eng Units', 'Eng. Units'],
  description: ['Description'],
} as const;

/** The widths that the server's manual gives its types. BCD and dates are no types of ours. */
const types: Readonly<Record<string, string>> = {
  boolean: 'bool',
  char: 'int8',
  byte: 'uint8',
  short: 'int16',
  word: 'uint16',
  long: 'int32',
  dword: 'uint32',
  llong: 'int64',
  qword: 'uint64',
  float: 'float32',
  double: 'float64',
  string: 'string',
};

/** Reads a tag export of KEPServerEX; undefined where the header is not its own. A linear scaling becomes factor and offset. */
export function readKepware(sheet: Sheet): readonly ImportedTag[] | undefined {
  const table =
    tableOf(sheet, words, ['tag', 'address', 'type', 'access', 'scaling']) ??
    tableOf(sheet, words, ['tag', 'address', 'type', 'access']);
  return table?.rows.map(({ row, cells }) => {
    const scaling = cells.get('scaling')?.toLowerCase() ?? 'none';
    const [rawLow, rawHigh, low, high] = (['rawLow', 'rawHigh', 'scaledLow', 'scaledHigh'] as const).map((column) =>
      Number(cells.get(column) ?? Number.NaN),
    );
    const scale = scaling === 'linear' ? scaleOf(rawLow, rawHigh, low, high) : undefined;
    const isUntold = scaling !== 'none' && scale === undefined;
    return declared({
      place: placeOfRow(sheet, row),
      tag: cells.get('tag'),
      address: cells.get('address'),
      writtenType: cells.get('type'),
      type: types[cells.get('type')?.toLowerCase() ?? ''],
      unit: cells.get('unit'),
      low: scale === undefined ? undefined : cells.get('scaledLow'),
      high: scale === undefined ? undefined : cells.get('scaledHigh'),
      scale,
      access: cells.get('access'),
      description: cells.get('description'),
      unreadable: isUntold ? text('importers.scaling', { scaling: cells.get('scaling') ?? '' }) : undefined,
    });
  });
}

/** `factor`, or `factor ± offset`, as a point list writes it; undefined where the four numbers give no line. */
function scaleOf(rawLow = Number.NaN, rawHigh = Number.NaN, low = Number.NaN, high = Number.NaN): string | undefined {
  const factor = (high - low) / (rawHigh - rawLow);
  if (!Number.isFinite(factor) || factor === 0) return undefined;
  const offset = Number((low - rawLow * factor).toPrecision(12));
  const written = String(Number(factor.toPrecision(12)));
  return offset === 0 ? written : `${written} ${offset < 0 ? '-' : '+'} ${Math.abs(offset)}`;
}
