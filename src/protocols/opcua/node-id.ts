import type { OpcuaAddress } from '../address.ts';
import type { Fault } from '../fault.ts';
import { type DataValue, NodeId, StatusCodes } from './library.ts';
import { qualityOf } from './status.ts';

const identifierTypes = {
  i: NodeId.NodeIdType.NUMERIC,
  s: NodeId.NodeIdType.STRING,
  g: NodeId.NodeIdType.GUID,
  b: NodeId.NodeIdType.BYTESTRING,
} as const;

/**
 * The node of a parsed address on a server with this namespace table; a URI that the table does not hold is no such address.
 * The library's own parser is not used: it guesses where ours refuses.
 */
export function nodeIdOf(address: OpcuaAddress, namespaces: readonly string[]): NodeId | Fault {
  const [, index = '0', kind, identifier = ''] = /^(?:ns=(\d+);)?([isgb])=(.*)$/s.exec(address.nodeId) ?? [];
  const namespace = address.namespaceUri === undefined ? Number(index) : namespaces.indexOf(address.namespaceUri);
  if (namespace === -1) return noSuchNode;
  switch (kind) {
    case 'i':
      return new NodeId(identifierTypes.i, Number(identifier), namespace);
    case 's':
    case 'g':
      return new NodeId(identifierTypes[kind], identifier, namespace);
    case 'b':
      return new NodeId(identifierTypes.b, Buffer.from(identifier, 'base64'), namespace);
    default:
      return noSuchNode;
  }
}

const noSuchNode: Fault = {
  kind: 'no-such-address',
  code: StatusCodes.BadNodeIdUnknown.value,
  name: StatusCodes.BadNodeIdUnknown.name,
};

/** Server_NamespaceArray. */
export const namespaceArrayNode = new NodeId(identifierTypes.i, 2255, 0);

/** The namespace table that a server gave; empty where it gave none, so that no URI is found in it. */
export function namespacesOf(said: DataValue | undefined): readonly string[] {
  const uris: unknown = said !== undefined && qualityOf(said.statusCode) === 'good' ? said.value.value : undefined;
  return Array.isArray(uris) ? uris.map(String) : [];
}
