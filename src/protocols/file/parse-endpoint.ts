import { text } from '../../messages/index.ts';
import type { Parsed } from '../parsed.ts';
import type { Endpoint } from '../target.ts';

/** `file:history.csv` or `file:history.csv,events.xlsx`: exports beside the plant file. */
export function parseFileEndpoint(written: string): Parsed<Endpoint> {
  const paths = written
    .slice('file:'.length)
    .split(',')
    .map((path) => path.trim());
  const [first, ...others] = paths;
  const bad = paths.find((path) => !/\.(csv|txt|tsv|xlsx)$/i.test(path));
  if (first === undefined || bad !== undefined || written.startsWith('file://'))
    return { ok: false, because: text('file.endpoint', { written }) };
  return { ok: true, value: { protocol: 'file', url: written, paths: [first, ...others] } };
}
