import { text } from '../../messages/index.ts';
import type { ImportedTag } from './imported-tag.ts';
import type { FileTags, OpenRow } from './settle-tags.ts';

const order = ['ll', 'l', 'h', 'hh'] as const;

/** What the limits of each row say against each other and against the range; a cell that is no number is passed over. */
export function limitsOfRows(files: readonly FileTags[]): readonly OpenRow[] {
  return files.flatMap(({ file, tags }) =>
    tags.flatMap((each) =>
      oddLimits(each).map((because) => ({
        file,
        place: each.place,
        ...(each.tag === undefined ? {} : { tag: each.tag }),
        because,
      })),
    ),
  );
}

function oddLimits({ limits = {}, low, high }: ImportedTag) {
  const written = order.flatMap((name) => {
    const cell = limits[name];
    return cell === undefined || !isNumber(cell) ? [] : [{ name: name.toUpperCase(), cell, value: Number(cell) }];
  });
  const pairs = written.slice(1).map((second, index) => [written[index], second] as const);
  const reversed = pairs.flatMap(([first, second]) =>
    first === undefined || first.value < second.value
      ? []
      : [text('remarks.limits-order', { first: first.name, a: first.cell, second: second.name, b: second.cell })],
  );
  if (low === undefined || high === undefined || !isNumber(low) || !isNumber(high)) return reversed;
  const beyond = written.filter(({ value }) => value < Number(low) || value > Number(high));
  return [
    ...reversed,
    ...beyond.map(({ name, cell }) => text('remarks.limit-beyond-range', { limit: name, value: cell, low, high })),
  ];
}

function isNumber(cell: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(cell);
}
