import { isScalar, parseDocument, visit } from 'yaml';

/** The plant file in which every citation of one document names another; the declaration itself and every other byte stay. */
export function recite(source: string, from: string, to: string): string {
  const document = parseDocument(source, { schema: 'failsafe', stringKeys: true });
  const places: (readonly [number, number])[] = [];
  visit(document, {
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? key.value : undefined;
      const isCitation = name === 'document' || name === 'record' || name === 'assessment';
      if (isCitation && isScalar(value) && value.value === from && value.range)
        places.push([value.range[0], value.range[1]]);
    },
  });
  return places
    .sort(([a], [b]) => b - a)
    .reduce((text, [start, end]) => `${text.slice(0, start)}${to}${text.slice(end)}`, source);
}
