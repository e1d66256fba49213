import { fromCanonical } from '../canonical.ts';
import type { EvidenceBodies } from '../evidence.ts';
import { type Confirmation, KeptSeries, type Series } from '../series.ts';
import { entryHash, genesis } from './chain.ts';
import { openDatabase } from './open-database.ts';
import type { Entry } from './read-entries.ts';

/**
 * The series of every point of an evidence file, its chain verified on the way: entries go by one after another and only
 * what was said is kept, so that a file of any size needs little memory. `controllerOf` says whose a tag is. A broken
 * chain throws: nothing in it may be judged.
 */
export function readSeries(
  file: string,
  controllerOf: (tag: string) => string | undefined,
): ReadonlyMap<string, Series> {
  const database = openDatabase(file, { readonly: true, fileMustExist: true });
  const series = new Map<string, KeptSeries>();
  const confirmations = new Map<string, Confirmation[]>();
  const confirmationsOf = (controller: string): Confirmation[] => {
    const known = confirmations.get(controller) ?? [];
    confirmations.set(controller, known);
    return known;
  };
  const share = sharing();
  const take = (said: EvidenceBodies['observation'], evidence: number) => {
    const body = share(said);
    const known = series.get(body.tag) ?? new KeptSeries(confirmationsOf(controllerOf(body.tag) ?? ''));
    series.set(body.tag, known);
    known.changed(body, evidence);
  };
  try {
    let [number, hash] = [0, genesis];
    const rows = database.prepare<[], Entry>('SELECT number, kind, body, hash FROM entry ORDER BY number').iterate();
    for (const entry of rows) {
      number += 1;
      hash = entryHash(hash, entry.number, entry.kind, entry.body);
      if (entry.number !== number || hash !== entry.hash)
        throw new Error(`the evidence chain breaks at entry ${number}`);
      // The chain vouches that these are the bytes that `append` wrote for these kinds, so their shape is known.
      if (entry.kind === 'observation') take(fromCanonical(entry.body) as EvidenceBodies['observation'], number);
      if (entry.kind === 'confirmation') {
        const body = fromCanonical(entry.body) as EvidenceBodies['confirmation'];
        confirmationsOf(body.controller).push({ ...body, evidence: number });
      }
    }
  } finally {
    database.close();
  }
  return series;
}

/**
 * Points that came in one reply share the object that says when it came, instead of one each; a plant has tens of thousands
 * of them.
 */
function sharing(): (body: EvidenceBodies['observation']) => EvidenceBodies['observation'] {
  let last: EvidenceBodies['observation']['at'] | undefined;
  return (body) => {
    const { utc, monotonicMs } = body.at;
    if (last?.utc === utc && last.monotonicMs === monotonicMs) return Object.assign(body, { at: last });
    last = body.at;
    return body;
  };
}
