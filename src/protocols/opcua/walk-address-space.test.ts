import { type BrowseDescription, BrowseResult, coerceExpandedNodeId, NodeClass, StatusCodes } from 'node-opcua';
import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import { BrowseNextRequest, BrowseNextResponse, BrowseRequest, BrowseResponse } from './library.ts';
import type { Question, Session } from './session.ts';
import { walkAddressSpace } from './walk-address-space.ts';

const reference = (name: string, nodeClass = NodeClass.Variable) => ({
  nodeId: coerceExpandedNodeId(`ns=1;s=${name}`),
  browseName: { namespaceIndex: 1, name },
  nodeClass,
});

/** A server that tells at most `page` references at once and, of one Browse, keeps at most `points` continuation points. */
function server(tree: Readonly<Record<string, readonly string[]>>, page: number, points: number, most = 1000) {
  const asked: string[] = [];
  const answer = (names: readonly string[], from: number, mayGoOn: boolean) => {
    const isMore = from + page < names.length;
    if (isMore && !mayGoOn) return new BrowseResult({ statusCode: StatusCodes.BadNoContinuationPoints });
    const references = names
      .slice(from, from + page)
      .map((name) => reference(name, name in tree ? NodeClass.Object : NodeClass.Variable));
    return new BrowseResult({
      references,
      ...(isMore ? { continuationPoint: Buffer.from(`${names.join(' ')}|${from + page}`) } : {}),
    });
  };
  const respond = (request: unknown): BrowseResponse | BrowseNextResponse | Fault => {
    if (request instanceof BrowseNextRequest) {
      asked.push(`next ${request.continuationPoints?.length}`);
      const results = (request.continuationPoints ?? []).map((point) => {
        const [names = '', from] = point.toString().split('|');
        return answer(names.split(' '), Number(from), true);
      });
      return new BrowseNextResponse({ results });
    }
    const nodes: readonly BrowseDescription[] = request instanceof BrowseRequest ? (request.nodesToBrowse ?? []) : [];
    asked.push(`browse ${nodes.length}`);
    if (nodes.length > most) return { kind: 'busy', code: 0x80100000, name: 'BadTooManyOperations' };
    let left = points;
    const results = nodes.map(({ nodeId }) => {
      const names = tree[nodeId.toString().replace(/^ns=1;s=/, '')];
      if (names === undefined) return new BrowseResult({ statusCode: StatusCodes.BadNodeIdUnknown });
      const needs = names.length > page;
      if (needs) left -= 1;
      return answer(names, 0, left >= 0);
    });
    return new BrowseResponse({ results });
  };
  const session: Pick<Session, 'send' | 'lost'> = {
    lost: undefined,
    send: async <T>({ request, take }: Question<T>) => {
      const said = respond(request);
      if ('kind' in said) return { answer: said };
      const taken = take(said);
      return { answer: 'told' in taken ? taken.result : taken.fault };
    },
  };
  return { session, asked };
}

const soon = () => deadlineIn(5000);
const paths = async (session: Pick<Session, 'send' | 'lost'>) => {
  const { found, unseen, isWhole } = await walkAddressSpace(session, 1000, soon());
  return { paths: found.map(({ path }) => path).sort(), unseen, isWhole };
};

describe('a walk through an address space', () => {
  it('follows continuation points to their end', async () => {
    const { session, asked } = server({ 'ns=0;i=85': ['a', 'b', 'c', 'd', 'e'] }, 2, 9);
    expect(await paths(session)).toEqual({ paths: ['/a', '/b', '/c', '/d', '/e'], unseen: [], isWhole: true });
    expect(asked).toEqual(['browse 1', 'next 1', 'next 1']);
  });

  it('asks again, fewer at once, where the server runs out of continuation points', async () => {
    const tree = { 'ns=0;i=85': ['A', 'B'], A: ['a1', 'a2', 'a3'], B: ['b1', 'b2', 'b3'] };
    const { session } = server(tree, 2, 1);
    const all = ['/A', '/A/a1', '/A/a2', '/A/a3', '/B', '/B/b1', '/B/b2', '/B/b3'];
    expect(await paths(session)).toEqual({ paths: all, unseen: [], isWhole: true });
  });

  it('asks half as many where that is too much at once, sees each node once and ends in a circle', async () => {
    const tree = { 'ns=0;i=85': ['A', 'B', 'C'], A: ['B', 'x'], B: ['A'], C: ['x'] };
    const { session, asked } = server(tree, 10, 1, 2);
    expect(await paths(session)).toEqual({ paths: ['/A', '/A/x', '/B', '/C'], unseen: [], isWhole: true });
    expect(asked).toEqual(['browse 1', 'browse 3', 'browse 2', 'browse 1']);
  });

  it('says which node told nothing, and why', async () => {
    const stub = server({ 'ns=0;i=85': [] }, 10, 1);
    const lost: Fault = { kind: 'unreachable', code: 'EOF' };
    expect(await paths({ ...stub.session, lost, send: async () => ({ answer: lost }) })).toEqual({
      paths: [],
      unseen: [{ path: '', fault: lost }],
      isWhole: false,
    });
  });
});
