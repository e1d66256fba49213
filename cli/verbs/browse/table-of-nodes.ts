import type { BrowsedNode } from '../../../src/protocols/index.ts';

const columns = ['nodeId', 'path', 'nodeClass', 'dataType', 'accessLevel', 'userAccessLevel', 'description'] as const;

/** The nodes as CSV (RFC 4180) with a line of column names. */
export function csvOf(nodes: readonly BrowsedNode[]): string {
  const rows = nodes.map((node) => columns.map((column) => quoted(cellOf(node, column))).join(','));
  return [columns.join(','), ...rows].join('\r\n');
}

/** The nodes as lines for a person. */
export function linesOf(nodes: readonly BrowsedNode[]): string {
  return nodes.map((node) => columns.map((column) => cellOf(node, column) || '—').join('  ')).join('\n');
}

function cellOf(node: BrowsedNode, column: (typeof columns)[number]): string {
  const value = node[column];
  return typeof value === 'number' ? accessOf(value) : (value ?? '');
}

/** The bits by their letters (Part 3 §8.57): R current read, W current write, H history read. */
function accessOf(level: number): string {
  const letters = [
    [0b1, 'R'],
    [0b10, 'W'],
    [0b100, 'H'],
  ] as const;
  return letters.map(([bit, letter]) => ((level & bit) === 0 ? '-' : letter)).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
