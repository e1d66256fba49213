import { ReadOnlyViolation } from '../read-only-guard.ts';
import type { OPCUAClient } from './library.ts';

/** Every request that may leave, by the name of its type in the specification. None of them changes a device. */
const allowedRequests: ReadonlySet<string> = new Set([
  'FindServersRequest',
  'GetEndpointsRequest',
  'OpenSecureChannelRequest',
  'CloseSecureChannelRequest',
  'CreateSessionRequest',
  'ActivateSessionRequest',
  'CloseSessionRequest',
  'ReadRequest',
  'HistoryReadRequest',
  'BrowseRequest',
  'BrowseNextRequest',
  'TranslateBrowsePathsToNodeIdsRequest',
]);

/**
 * Makes every secure channel that this client opens refuse what is not on the allow-list with a ReadOnlyViolation,
 * before the request is encoded: the channel announces each transaction, its own ones included, and an exception stops it.
 */
export function guardRequests(client: OPCUAClient, controller: string): void {
  client.on('secure_channel_created', (channel) => {
    channel.on('beforePerformTransaction', (_messageType, request) => {
      const { name } = request.schema;
      if (!allowedRequests.has(name)) throw new ReadOnlyViolation(controller, name);
    });
  });
}
