import type { PointAddress } from '../address.ts';
import type { ExportKind } from '../exported.ts';
import type { OpenedFile } from './open-files.ts';
import type { ExportedCell } from './read-export.ts';

/** A cell with the file that holds it. */
export interface HeldCell extends ExportedCell {
  readonly file: string;
  readonly holds: ExportKind;
}

/** The cells of every item over all files, in order of time. */
export class Items {
  readonly #exact = new Map<string, HeldCell[]>();
  /** By name without regard to case; two items that differ in case only are both nobody's. */
  readonly #loose = new Map<string, HeldCell[] | undefined>();

  constructor(files: readonly OpenedFile[]) {
    for (const { cells, name: file, holds } of files) {
      for (const cell of cells) {
        const own = this.#exact.get(cell.item);
        if (own === undefined) this.#exact.set(cell.item, [{ ...cell, file, holds }]);
        else own.push({ ...cell, file, holds });
      }
    }
    for (const [item, cells] of this.#exact) {
      cells.sort((a, b) => a.atMs - b.atMs);
      const loose = item.toLowerCase();
      this.#loose.set(loose, this.#loose.has(loose) ? undefined : cells);
    }
  }

  /** The cells of a point: of the item that its address names, else of one that is called like its tag. */
  of({ tag, address }: PointAddress): readonly HeldCell[] {
    const names = [...(address.protocol === 'file' ? [address.item] : []), tag];
    for (const name of names) {
      const cells = this.#exact.get(name) ?? this.#loose.get(name.toLowerCase());
      if (cells !== undefined) return cells;
    }
    return [];
  }
}
