import type { OpcuaPosture } from '../probe-report.ts';
import { type DataValue, NodeId } from './library.ts';
import type { Told } from './parted-read.ts';
import { qualityOf } from './status.ts';

/** What a server says of itself beside its identity; what it did not say is absent. */
export type ServerFacts = Omit<OpcuaPosture, 'endpoints'>;

const node = (id: number) => new NodeId(NodeId.NodeIdType.NUMERIC, id, 0);
const namespaceArray = node(2255);
const serverStatus = node(2256);
const buildInfo = node(2260);

/** Server_ServerCapabilities_OperationLimits, by the names of Part 5 §6.3.11. */
const limits = {
  MaxNodesPerRead: node(11_705),
  MaxNodesPerHistoryReadData: node(12_165),
  MaxNodesPerBrowse: node(11_710),
} as const;

/** The nodes that hold the facts. */
export const serverFactNodes: readonly NodeId[] = [namespaceArray, serverStatus, buildInfo, ...Object.values(limits)];

/** The facts in the answers to the nodes. */
export function serverFactsOf(told: ReadonlyMap<NodeId, Told>): ServerFacts {
  const said = (of: NodeId) => {
    const answer = told.get(of);
    return answer?.ok === true ? goodValueOf(answer.dataValue) : undefined;
  };
  const namespaces = said(namespaceArray);
  const startedAt = membersOf(said(serverStatus))['startTime'];
  const build = wordsIn(membersOf(said(buildInfo)));
  const stated = Object.entries(limits).flatMap(([name, of]) => {
    const limit = said(of);
    return typeof limit === 'number' ? [[name, limit] as const] : [];
  });
  return {
    ...(Object.keys(build).length === 0 ? {} : { build }),
    ...(startedAt instanceof Date && startedAt.getTime() > 0 ? { startedAt: startedAt.getTime() } : {}),
    ...(Array.isArray(namespaces) ? { namespaces: namespaces.map(String) } : {}),
    ...(stated.length === 0 ? {} : { limits: Object.fromEntries(stated) }),
  };
}

function goodValueOf({ statusCode, value }: DataValue): unknown {
  return qualityOf(statusCode) === 'good' ? value.value : undefined;
}

function membersOf(structure: unknown): Readonly<Record<string, unknown>> {
  return typeof structure === 'object' && structure !== null ? Object.fromEntries(Object.entries(structure)) : {};
}

function wordsIn(members: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => {
      if (typeof value === 'string' && value !== '') return [[key, value]];
      return value instanceof Date && value.getTime() > 0 ? [[key, value.toISOString()]] : [];
    }),
  );
}
