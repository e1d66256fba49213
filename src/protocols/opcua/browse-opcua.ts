import type { BrowseReport } from '../browse-report.ts';
import type { Deadline } from '../deadline.ts';
import type { ReaderWiring } from '../reader.ts';
import type { Target } from '../target.ts';
import { describeNodes } from './describe-nodes.ts';
import { openLendingReader } from './reader.ts';
import { walkAddressSpace } from './walk-address-space.ts';

/** Looks through the address space below the Objects folder in one session, and reads what each node is. */
export async function browseOpcua(
  target: Target,
  wiring: ReaderWiring,
  deadline: Deadline,
  mostNodes: number,
): Promise<BrowseReport> {
  const endpoint = target.endpoints[0].url;
  const reader = openLendingReader(target, wiring);
  const nothing = { endpoint, nodes: [], unseen: [], isWhole: false };
  try {
    const fault = await reader.connect(deadline);
    if (fault !== undefined) return { ...nothing, fault, requests: requestsOf(reader.traffic()) };
    const seen = await reader.lend(async (session) => {
      const { found, unseen, isWhole } = await walkAddressSpace(session, mostNodes, deadline);
      const nodes = await describeNodes(session, found, deadline);
      return { nodes, unseen, isWhole, ...(session.lost === undefined ? {} : { fault: session.lost }) };
    }, deadline);
    return { ...nothing, ...seen, requests: requestsOf(reader.traffic()) };
  } finally {
    await reader.close();
  }
}

function requestsOf({ requests }: { readonly requests: object }): number {
  return Object.values(requests).reduce((sum: number, count) => sum + Number(count), 0);
}
