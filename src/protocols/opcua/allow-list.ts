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

/** What a watch may send beside: the server samples for us, and nothing of the device changes by it. An audit may not. */
const allowedOfWatch: ReadonlySet<string> = new Set([
  'CreateSubscriptionRequest',
  'CreateMonitoredItemsRequest',
  'PublishRequest',
]);

/**
 * Makes every secure channel that this client opens refuse what is not on the allow-list with a ReadOnlyViolation,
 * before the request is encoded; `subscribes` only for a watch: the channel announces each transaction, its own ones included, and an exception stops it.
 */
export function guardRequests(client: OPCUAClient, controller: string, subscribes = false): void {
  client.on('secure_channel_created', (channel) => {
    channel.on('beforePerformTransaction', (_messageType, request) => {
      const { name } = request.schema;
      if (!allowedRequests.has(name) && !(subscribes && allowedOfWatch.has(name)))
        throw new ReadOnlyViolation(controller, name);
    });
  });
}
