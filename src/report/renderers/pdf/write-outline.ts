import { type OutlineEntry, page } from './sheet.ts';
import type { ObjectNumber, PdfFile } from './writer/pdf-file.ts';
import { textString } from './writer/pdf-text.ts';

interface Item {
  readonly entry: OutlineEntry;
  readonly number: ObjectNumber;
  readonly kids: Item[];
}

/** Writes the outline, sections open and what they contain folded in; undefined when there is none. */
export function writeOutline(
  file: PdfFile,
  entries: readonly OutlineEntry[],
  pages: readonly ObjectNumber[],
): ObjectNumber | undefined {
  if (entries.length === 0) return undefined;
  const root = file.reserve();
  const items: Item[] = [];
  for (const entry of entries) {
    const item = { entry, number: file.reserve(), kids: [] };
    const above = entry.level === 1 ? undefined : items.at(-1);
    (above?.kids ?? items).push(item);
  }
  writeItems(file, items, root, pages);
  // Viewers and validators want the count of the open entries here.
  file.pack(`<</Type/Outlines${ends(items)}/Count ${items.length}>>`, root);
  return root;
}

function writeItems(file: PdfFile, items: readonly Item[], parent: ObjectNumber, pages: readonly ObjectNumber[]): void {
  for (const [index, { entry, number, kids }] of items.entries()) {
    const [before, after] = [items[index - 1], items[index + 1]];
    const { title, at } = entry;
    const folded = kids.length === 0 ? '' : `${ends(kids)}/Count -${kids.length}`;
    file.pack(
      `<</Title${textString(title)}/Parent ${parent} 0 R${before === undefined ? '' : `/Prev ${before.number} 0 R`}${after === undefined ? '' : `/Next ${after.number} 0 R`}${folded}/Dest[${pages[at.page] ?? pages[0] ?? 0} 0 R/XYZ null ${(page.height - at.y + 6).toFixed(1)} null]>>`,
      number,
    );
    writeItems(file, kids, number, pages);
  }
}

function ends(items: readonly Item[]): string {
  const [first, last] = [items[0], items.at(-1)];
  return first === undefined || last === undefined ? '' : `/First ${first.number} 0 R/Last ${last.number} 0 R`;
}
