import type { ImportedBlock } from './imported-block.ts';
import type { ImportedFunction } from './imported-function.ts';
import type { ImportedTag } from './imported-tag.ts';
import type { Sheet } from './sheet/sheet.ts';

/** The formats that are recognised, by what stands in the file. */
export type ExportFormat = 'tag-list' | 'kepware' | 'tia' | 'plcopen' | 'cause-effect';

/** The tags of one table of a file. */
export interface ExportedTags {
  readonly format: ExportFormat;
  /** Name of the worksheet, where there are several. */
  readonly sheet?: string;
  readonly tags: readonly ImportedTag[];
  /** Of a matrix: its functions, in place of tags. */
  readonly functions?: readonly ImportedFunction[];
  /** Of a program: its blocks, for comparing two exports. */
  readonly blocks?: readonly ImportedBlock[];
}

/** A file as its formats read it; `unrecognised` are the tables (or the file itself, as '') in which none found a header. */
export interface ReadExport {
  readonly parts: readonly ExportedTags[];
  readonly unrecognised: readonly string[];
}

/** Reads an export by what stands in it, not by its name: workbook, XML, or a text table. Never throws for what is in a file. */
export async function readExport(bytes: Uint8Array): Promise<ReadExport> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { readWorkbook } = await import('./sheet/read-workbook.ts');
    return partsOf(await readWorkbook(bytes));
  }
  const { decodeText } = await import('./sheet/decode-text.ts');
  const source = decodeText(bytes);
  if (/^\s*</.test(source)) {
    const { readPlcopen } = await import('./plcopen/index.ts');
    const project = readPlcopen(source);
    return project === undefined
      ? { parts: [], unrecognised: [''] }
      : { parts: [{ format: 'plcopen', ...project }], unrecognised: [] };
  }
  const { readDelimited } = await import('./sheet/read-delimited.ts');
  const sheet = readDelimited(bytes);
  return partsOf(sheet === undefined ? undefined : [sheet]);
}

async function partsOf(sheets: readonly Sheet[] | undefined): Promise<ReadExport> {
  if (sheets === undefined) return { parts: [], unrecognised: [''] };
  const { readKepware } = await import('./kepware/index.ts');
  const { readTiaTags } = await import('./tia/index.ts');
  const { readCauseEffect } = await import('./cause-effect/index.ts');
  const { readTagList } = await import('./tag-list/index.ts');
  // The vendors' own headers first: a tag list of anybody has fewer columns that are certain.
  const formats = [
    ['kepware', readKepware],
    ['tia', readTiaTags],
    ['tag-list', readTagList],
  ] as const;
  const parts: ExportedTags[] = [];
  const unrecognised: string[] = [];
  for (const sheet of sheets) {
    if (sheet.rows.every(({ cells }) => cells.every((cell) => cell === ''))) continue;
    const name = sheet.name === undefined ? {} : { sheet: sheet.name };
    const functions = readCauseEffect(sheet);
    if (functions !== undefined) {
      parts.push({ format: 'cause-effect', ...name, tags: [], functions });
      continue;
    }
    const found = formats.flatMap(([format, read]) => {
      const tags = read(sheet);
      return tags === undefined ? [] : [{ format, tags }];
    })[0];
    if (found === undefined) unrecognised.push(sheet.name ?? '');
    else parts.push({ ...found, ...name });
  }
  return { parts, unrecognised };
}
