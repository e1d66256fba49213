import { type DataValue, NodeId, VariantType } from './library.ts';
import { assumedNodesPerRead } from './request-plan.ts';
import { qualityOf } from './status.ts';

/** Server_ServerCapabilities_OperationLimits_MaxNodesPerRead. */
export const maxNodesPerReadNode = new NodeId(NodeId.NodeIdType.NUMERIC, 11_705, 0);

/** More at once gains nothing, and some controllers refuse more although they state no limit. */
const mostNodesPerRead = assumedNodesPerRead;

/** How many nodes one Read may ask, by what the server says of it: nothing, 0, or anything unusable means 1000, as does more. */
export function nodesPerReadOf(said: DataValue | undefined): number {
  if (said === undefined || qualityOf(said.statusCode) !== 'good' || said.value.dataType !== VariantType.UInt32) {
    return mostNodesPerRead;
  }
  const limit: unknown = said.value.value;
  return typeof limit === 'number' && limit > 0 ? Math.min(limit, mostNodesPerRead) : mostNodesPerRead;
}
