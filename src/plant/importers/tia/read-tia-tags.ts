import { text } from '../../../messages/index.ts';
import { declared } from '../../schema/declared.ts';
import type { ImportedTag } from '../imported-tag.ts';
import { tableOf } from '../sheet/header.ts';
import { placeOfRow, type Sheet } from '../sheet/sheet.ts';

const words = {
  tag: ['Name', '名称'],
  path: ['Path', 'Pfad', '路径'],
  type: ['Data Type', 'Datentyp', '数据类型'],
  address: ['Logical Address', 'Logische Adresse', '逻辑地址'],
  description: ['Comment', 'Kommentar', '注释'],
} as const;

/** STEP 7 fixes the width of its elementary types. */
const types: Readonly<Record<string, string>> = {
  bool: 'bool',
  sint: 'int8',
  usint: 'uint8',
  byte: 'uint8',
  int: 'int16',
  uint: 'uint16',
  word: 'uint16',
  dint: 'int32',
  udint: 'uint32',
  dword: 'uint32',
  real: 'float32',
  lint: 'int64',
  ulint: 'uint64',
  lword: 'uint64',
  lreal: 'float64',
};

/**
 * Reads a tag table of TIA Portal; undefined where the header is not its own. What has no logical address stands in an
 * optimized block, which S7 communication cannot read by address.
 */
export function readTiaTags(sheet: Sheet): readonly ImportedTag[] | undefined {
  const table = tableOf(sheet, words, ['tag', 'path', 'type', 'address']);
  return table?.rows.map(({ row, cells }) =>
    declared({
      place: placeOfRow(sheet, row),
      tag: cells.get('tag'),
      address: cells.get('address'),
      writtenType: cells.get('type'),
      type: types[cells.get('type')?.toLowerCase() ?? ''],
      description: cells.get('description'),
      unreadable: cells.has('address') ? undefined : text('importers.optimized'),
    }),
  );
}
