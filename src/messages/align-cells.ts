import { displayWidth } from './display-width.ts';

/**
 * Lines whose cells stand two or more blanks apart, filled up so that the cells stand below each other, with wide
 * characters counted twice. What a line begins with stays as it is; the last cell of a line is not filled.
 */
export function alignCells(lines: readonly string[]): readonly string[] {
  const rows = lines.map((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    return { indent, cells: line.slice(indent.length).trimEnd().split(/ {2,}/) };
  });
  const widths: number[] = [];
  for (const { cells } of rows)
    for (const [column, cell] of cells.slice(0, -1).entries())
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
  return rows.map(({ indent, cells }) => {
    const filled = cells.map((cell, column) =>
      column === cells.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)),
    );
    return indent + filled.join('  ');
  });
}
