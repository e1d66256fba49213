import type { AuditRecord } from '../../audit/index.ts';
import type { Citation } from '../case/move.ts';

/** How a register names an audit: by the head of its chain, so that it can be told from every other. */
export function citationOf({ header, chainHead }: AuditRecord): Citation {
  return { id: header.id, head: chainHead, observationDate: header.observationDate };
}
