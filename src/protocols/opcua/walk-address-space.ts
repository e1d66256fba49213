import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import { describeStatus } from './describe.ts';
import {
  BrowseDirection,
  BrowseNextRequest,
  BrowseNextResponse,
  BrowseRequest,
  BrowseResponse,
  type BrowseResult,
  NodeClass,
  NodeId,
} from './library.ts';
import type { Session } from './session.ts';
import { faultOfStatus, qualityOf } from './status.ts';

/** A node that was found, and the browse names that lead to it. */
export interface FoundNode {
  readonly nodeId: NodeId;
  readonly path: string;
  readonly nodeClass: 'Object' | 'Variable';
}

/** What a walk found; `isWhole` is false where it ended at its limit. */
export interface Walk {
  readonly found: readonly FoundNode[];
  readonly unseen: readonly { readonly path: string; readonly fault: Fault }[];
  readonly isWhole: boolean;
}

const node = (id: number) => new NodeId(NodeId.NodeIdType.NUMERIC, id, 0);
const [objectsFolder, hierarchical] = [node(85), node(33)];
/** The server's own description of itself: thousands of nodes, none of them the plant's. */
const server = 'ns=0;i=2253';
const mostPerBrowse = 1000;

/** What a walk needs of a session. */
type Asking = Pick<Session, 'send' | 'lost'>;

interface Place {
  readonly nodeId: NodeId;
  readonly path: string;
}

/**
 * Everything below the Objects folder, level by level, as many nodes to a Browse as the server bears; continuation points
 * are followed. Variables are told and not looked into: what stands below them describes them.
 */
export async function walkAddressSpace(session: Asking, mostNodes: number, deadline: Deadline): Promise<Walk> {
  const found: FoundNode[] = [];
  const unseen: { path: string; fault: Fault }[] = [];
  const known = new Set<string>([objectsFolder.toString()]);
  let size = mostPerBrowse;
  let frontier: readonly Place[] = [{ nodeId: objectsFolder, path: '' }];

  while (frontier.length > 0) {
    if (found.length >= mostNodes) return { found: found.slice(0, mostNodes), unseen, isWhole: false };
    const [part, rest] = [frontier.slice(0, size), frontier.slice(size)];
    const answer = await browse(session, part, deadline);
    if ('kind' in answer) {
      if (answer.kind === 'busy' && part.length > 1) {
        size = Math.ceil(part.length / 2);
        continue;
      }
      unseen.push(...part.map(({ path }) => ({ path, fault: answer })));
      // Without a session nothing more will be told.
      if (session.lost !== undefined) {
        unseen.push(...rest.map(({ path }) => ({ path, fault: answer })));
        return { found, unseen, isWhole: false };
      }
      frontier = rest;
      continue;
    }
    const next: Place[] = [];
    for (const { place, result } of answer.told) {
      if ('kind' in result) unseen.push({ path: place.path, fault: result });
      for (const reference of 'kind' in result ? [] : result) {
        const { nodeId } = reference;
        if (known.has(nodeId.toString())) continue;
        known.add(nodeId.toString());
        const path = `${place.path}/${reference.name}`;
        const nodeClass = reference.nodeClass === NodeClass.Object ? 'Object' : 'Variable';
        found.push({ nodeId, path, nodeClass });
        if (nodeClass === 'Object' && nodeId.toString() !== server) next.push({ nodeId, path });
      }
    }
    if (answer.again.length > 0) size = Math.max(1, Math.ceil(part.length / 2));
    frontier = [...answer.again, ...rest, ...next];
  }
  return { found, unseen, isWhole: true };
}

interface Reference {
  readonly nodeId: NodeId;
  readonly name: string;
  readonly nodeClass: NodeClass;
}

interface BrowseAnswer {
  readonly told: readonly { readonly place: Place; readonly result: readonly Reference[] | Fault }[];
  /** Nodes for which the server had no continuation point left: to be asked again, fewer at once. */
  readonly again: readonly Place[];
}

async function browse(session: Asking, places: readonly Place[], deadline: Deadline): Promise<BrowseAnswer | Fault> {
  const first = await session.send(
    {
      kind: 'browse',
      what: `Browse ${places.length} nodes`,
      asked: { service: 'Browse', nodes: places.map(({ nodeId }) => nodeId.toString()) },
      request: new BrowseRequest({
        requestedMaxReferencesPerNode: 0,
        nodesToBrowse: places.map(({ nodeId }) => ({
          nodeId,
          browseDirection: BrowseDirection.Forward,
          referenceTypeId: hierarchical,
          includeSubtypes: true,
          nodeClassMask: NodeClass.Object | NodeClass.Variable,
          resultMask: 63,
        })),
      }),
      take: (response) => resultsOf(response instanceof BrowseResponse ? response.results : undefined, places.length),
    },
    deadline,
  );
  if ('kind' in first.answer) return first.answer;
  const told: { place: Place; result: Reference[] | Fault }[] = [];
  const again: Place[] = [];
  let open: { readonly of: Reference[]; readonly point: Buffer; readonly path: string }[] = [];
  for (const [index, place] of places.entries()) {
    const result = first.answer[index];
    if (result === undefined) throw new Error('a Browse was taken for whole that is not');
    if (result.statusCode.name === 'BadNoContinuationPoints' && places.length > 1) {
      again.push(place);
      continue;
    }
    if (qualityOf(result.statusCode) === 'bad') {
      told.push({ place, result: faultOfStatus(result.statusCode, { during: 'read', afterMs: 0 }) });
      continue;
    }
    const references = referencesIn(result);
    told.push({ place, result: references });
    if (result.continuationPoint?.length)
      open.push({ of: references, point: result.continuationPoint, path: place.path });
  }
  while (open.length > 0) {
    const more = await browseNext(
      session,
      open.map(({ point }) => point),
      deadline,
    );
    // What came so far is not all: a list that was cut off must not look whole.
    if ('kind' in more) return more;
    open = open.flatMap((one, index) => {
      const result = more[index];
      if (result === undefined) return [];
      one.of.push(...referencesIn(result));
      return result.continuationPoint?.length ? [{ ...one, point: result.continuationPoint }] : [];
    });
  }
  return { told, again };
}

async function browseNext(
  session: Asking,
  continuationPoints: Buffer[],
  deadline: Deadline,
): Promise<readonly BrowseResult[] | Fault> {
  const { answer } = await session.send(
    {
      kind: 'browse',
      what: `BrowseNext ${continuationPoints.length} nodes`,
      asked: { service: 'BrowseNext', nodes: continuationPoints.length },
      request: new BrowseNextRequest({ releaseContinuationPoints: false, continuationPoints }),
      take: (response) =>
        resultsOf(response instanceof BrowseNextResponse ? response.results : undefined, continuationPoints.length),
    },
    deadline,
  );
  if ('kind' in answer) return answer;
  const bad = answer.find(({ statusCode }) => qualityOf(statusCode) === 'bad');
  return bad === undefined ? answer : faultOfStatus(bad.statusCode, { during: 'read', afterMs: 0 });
}

function resultsOf(
  results: readonly BrowseResult[] | null | undefined,
  asked: number,
): { readonly told: object; readonly result: readonly BrowseResult[] } | { readonly fault: Fault } {
  if (!results || results.length !== asked) {
    return { fault: { kind: 'malformed-reply', what: 'no answer to a Browse' } };
  }
  const told = results.map((result) => ({
    status: describeStatus(result.statusCode),
    references: (result.references ?? []).map(({ nodeId }) => nodeId.toString()),
  }));
  return { told: { service: 'Browse', results: told }, result: results };
}

function referencesIn({ references }: BrowseResult): Reference[] {
  return (references ?? []).map(({ nodeId, browseName, nodeClass }) => ({
    nodeId: new NodeId(nodeId.identifierType, nodeId.value, nodeId.namespace),
    name: browseName.name ?? '',
    nodeClass,
  }));
}
