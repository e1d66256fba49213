import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttributeIds, DataType, OPCUAClient, TimestampsToReturn, UserTokenType } from 'node-opcua-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlainOpcuaServer, startPlainOpcuaServer } from '../../../fixtures/contracts/plain-opcua-server.ts';
import { ReadOnlyViolation } from '../read-only-guard.ts';
import { guardRequests } from './allow-list.ts';
import type { ClientSession } from './library.ts';
import { ownCertificates } from './security.ts';

process.env['XDG_STATE_HOME'] = join(tmpdir(), 'tripline-test-state');

let server: PlainOpcuaServer;
let client: OPCUAClient;
let session: ClientSession;

beforeAll(async () => {
  server = await startPlainOpcuaServer();
  client = OPCUAClient.create({
    clientCertificateManager: ownCertificates(),
    endpointMustExist: false,
    connectionStrategy: { maxRetry: 0 },
  });
  guardRequests(client, 'DCS');
  await client.connect(server.url);
  session = await client.createSession({ type: UserTokenType.Anonymous });
});
afterAll(async () => {
  await session.close();
  await client.disconnect();
  await server.stop();
});

const node = 'ns=1;s=PT-101';

/** Through the whole of the library, not through the part of it that a reader sees. */
const forbidden: Readonly<Record<string, (it: ClientSession) => Promise<unknown>>> = {
  WriteRequest: (it) =>
    it.write({
      nodeId: node,
      attributeId: AttributeIds.Value,
      value: { value: { dataType: DataType.Double, value: 9 } },
    }),
  CallRequest: (it) => it.call({ objectId: 'i=2253', methodId: 'i=11492', inputArguments: [] }),
  RegisterNodesRequest: (it) => it.registerNodes([node]),
};

describe('the read-only guard', () => {
  it.each(Object.entries(forbidden))('refuses a %s before it leaves', async (name, attempt) => {
    const before = server.requests.length;
    const refusal = await attempt(session).then(
      () => 'it was sent',
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(ReadOnlyViolation);
    expect(refusal).toMatchObject({ controller: 'DCS', what: name });
    // The server answers in order: after this Read whatever came before it would have been counted.
    await session.read({ nodeId: node, attributeId: AttributeIds.Value }, 0);
    expect(server.requests.slice(before).map(({ what }) => what)).toEqual(['ReadRequest']);
  });

  it('lets reading, browsing and history through', async () => {
    expect((await session.read({ nodeId: node, attributeId: AttributeIds.Value })).value.value).toBe(0.1);
    expect((await session.browse('i=85')).references?.length).toBeGreaterThan(0);
    const history = await session.readHistoryValue({ nodeId: node }, new Date(0), new Date(), {
      timestampsToReturn: TimestampsToReturn.Both,
    });
    expect(history.statusCode.isGood()).toBe(false);
  });
});
