import type { Deadline } from '../deadline.ts';
import type { ExchangeKind } from '../exchange.ts';
import { type Checked, malformed } from './checked.ts';
import type { S7Session } from './session.ts';
import { hex, parseSzl, type SystemStatusList } from './szl.ts';
import { checkLook, nextFragmentRequest, szlRequest } from './userdata.ts';

/** A list of more pieces than this has no end. */
const mostFragments = 32;
const szl = { group: 4, service: 1 } as const;

/** A whole list, its pieces joined, or its fault; with the numbers of the exchanges that it took. */
export type ReadSzl = Checked<SystemStatusList> & { readonly exchanges: readonly number[] };

/** Reads one system status list, piece by piece, at most 32. */
export async function readSzl(
  session: S7Session,
  kind: ExchangeKind,
  { id, index }: { readonly id: number; readonly index: number },
  deadline: Deadline,
): Promise<ReadSzl> {
  const exchanges: number[] = [];
  const pieces: Uint8Array[] = [];
  let sequence: number | undefined;
  for (let count = 1; count <= mostFragments; count += 1) {
    const quoted = sequence;
    const asked = await session.ask(
      {
        kind,
        what: `SZL ${hex(id)} index ${hex(index)}${quoted === undefined ? '' : `, piece ${count}`}`,
        write: (reference) =>
          quoted === undefined ? szlRequest(reference, id, index) : nextFragmentRequest(reference, quoted),
        check: (frame, reference) => {
          const fragment = checkLook(frame, reference, szl);
          const isNext = !fragment.ok || quoted === undefined || fragment.value.sequence === quoted;
          return isNext ? fragment : malformed('userdata sequence');
        },
      },
      deadline,
    );
    if (asked.exchange !== undefined) exchanges.push(asked.exchange.number);
    if (!asked.ok) return { ok: false, fault: asked.fault, exchanges };
    pieces.push(asked.value.bytes);
    if (!asked.value.more) return { ...parseSzl(Buffer.concat(pieces), id), exchanges };
    sequence = asked.value.sequence;
  }
  const endless = malformed(`SZL ${hex(id)} without end`);
  await session.drop(endless.fault);
  return { ...endless, exchanges };
}
