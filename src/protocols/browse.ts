import type { BrowseReport } from './browse-report.ts';
import type { Deadline } from './deadline.ts';
import type { ReaderWiring } from './reader.ts';
import type { Target } from './target.ts';

/** Looks through the address space of an OPC UA server, reading only, at most so many nodes; other protocols have none: undefined. */
export async function browseEndpoint(
  target: Target,
  wiring: ReaderWiring,
  deadline: Deadline,
  mostNodes: number,
): Promise<BrowseReport | undefined> {
  if (target.endpoints[0].protocol !== 'opcua') return undefined;
  const { browseOpcua } = await import('./opcua/index.ts');
  return browseOpcua(target, wiring, deadline, mostNodes);
}
