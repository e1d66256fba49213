import type { Deadline } from '../deadline.ts';
import type { Exchange } from '../exchange.ts';
import type { Fault } from '../fault.ts';
import { describeDataValue, describeStatus } from './describe.ts';
import {
  AttributeIds,
  CreateMonitoredItemsRequest,
  CreateMonitoredItemsResponse,
  CreateSubscriptionRequest,
  CreateSubscriptionResponse,
  DataChangeNotification,
  type DataValue,
  MonitoringMode,
  type NodeId,
  PublishRequest,
  PublishResponse,
  TimestampsToReturn,
} from './library.ts';
import type { Session } from './session.ts';
import { faultOfStatus, qualityOf } from './status.ts';

/** One value that the server sampled, by the place of its node. */
export interface Notification {
  readonly index: number;
  readonly dataValue: DataValue;
}

/** What one Publish brought, with its exchange. */
export interface Published {
  readonly notifications: readonly Notification[];
  readonly exchange: Exchange;
}

/** The shortest sampling that is asked for, and the longest wait for an answer that is accepted, ms. */
const samplingMs = 100;
const longestWaitMs = 1500;

/**
 * A subscription to the values of some nodes: the server samples them and tells what changed, with its own times. Each
 * Publish is answered at the latest after `everyMs`, also where nothing has changed. Ends with its session.
 */
export class ValueSubscription {
  readonly #session: Session;
  readonly #id: number;
  readonly #sampling: readonly number[];
  #acknowledge: { readonly subscriptionId: number; readonly sequenceNumber: number }[] = [];
  #expected: number | undefined;

  private constructor(session: Session, id: number, sampling: readonly number[]) {
    this.#session = session;
    this.#id = id;
    this.#sampling = sampling;
  }

  /** Subscribes; the fault where the server declines any of it, so that polling is the way. */
  static async open(
    session: Session,
    nodes: readonly NodeId[],
    everyMs: number,
    deadline: Deadline,
  ): Promise<ValueSubscription | Fault> {
    // Servers may answer every second time only, and keep us waiting for two intervals.
    const publishMs = Math.min(everyMs / 2, 500);
    const created = await session.send(
      {
        kind: 'session',
        what: 'CreateSubscription',
        asked: { service: 'CreateSubscription', publishMs, keepAliveCount: 1 },
        request: new CreateSubscriptionRequest({
          requestedPublishingInterval: publishMs,
          requestedLifetimeCount: 1000,
          requestedMaxKeepAliveCount: 1,
          maxNotificationsPerPublish: 0,
          publishingEnabled: true,
          priority: 0,
        }),
        take: takeCreated,
      },
      deadline,
    );
    if ('kind' in created.answer) return created.answer;
    const { id } = created.answer;
    const sampling = Math.min(samplingMs, everyMs);
    const items = await session.send(
      {
        kind: 'session',
        what: `CreateMonitoredItems ${nodes.length} nodes`,
        asked: { service: 'CreateMonitoredItems', samplingMs: sampling, nodes: nodes.map(String) },
        request: new CreateMonitoredItemsRequest({
          subscriptionId: id,
          timestampsToReturn: TimestampsToReturn.Both,
          itemsToCreate: nodes.map((nodeId, clientHandle) => ({
            itemToMonitor: { nodeId, attributeId: AttributeIds.Value },
            monitoringMode: MonitoringMode.Reporting,
            requestedParameters: {
              clientHandle,
              samplingInterval: sampling,
              filter: null,
              queueSize: 2 + Math.ceil((2 * everyMs) / sampling),
              discardOldest: true,
            },
          })),
        }),
        take: (response) => takeItems(response, nodes.length),
      },
      deadline,
    );
    return 'kind' in items.answer ? items.answer : new ValueSubscription(session, id, items.answer.sampling);
  }

  /** How often the server says that it samples a node, ms. */
  samplingMsOf(index: number): number {
    return this.#sampling[index] ?? samplingMs;
  }

  /** Everything that the server has noticed since the last call; waits for it as long as the server makes us. */
  async next(deadline: Deadline): Promise<readonly Published[] | Fault> {
    const published: Published[] = [];
    for (let more = true; more; ) {
      const acknowledged = this.#acknowledge;
      const { answer, exchange } = await this.#session.send(
        {
          kind: 'read',
          what: 'Publish',
          asked: { service: 'Publish', acknowledge: acknowledged },
          request: new PublishRequest({ subscriptionAcknowledgements: acknowledged }),
          take: (response) => takePublished(response, this.#id),
        },
        deadline,
      );
      if ('kind' in answer) return answer;
      if (exchange === undefined) throw new Error('an answer without an exchange');
      const { sequenceNumber, notifications, isKeepAlive } = answer;
      if (this.#expected !== undefined && sequenceNumber !== this.#expected)
        return { kind: 'malformed-reply', what: 'notifications were lost' };
      // A keep-alive names the number of the next message, which is still to come (Part 4 §5.13.1.1).
      this.#expected = isKeepAlive ? sequenceNumber : sequenceNumber + 1;
      this.#acknowledge = isKeepAlive ? [] : [{ subscriptionId: this.#id, sequenceNumber }];
      published.push({ notifications, exchange });
      more = answer.more && published.length < 10;
    }
    return published;
  }
}

type Taken<T> = { readonly told: object; readonly result: T } | { readonly fault: Fault };

function takeCreated(response: unknown): Taken<{ readonly id: number }> {
  const declined = faultIn(response);
  if (declined !== undefined) return { fault: declined };
  if (!(response instanceof CreateSubscriptionResponse)) return malformed('CreateSubscription');
  const { subscriptionId: id, revisedPublishingInterval: everyMs, revisedMaxKeepAliveCount: count } = response;
  // A server that may keep us waiting for longer would look like a silent one.
  if (everyMs * Math.max(1, count) > longestWaitMs)
    return { fault: { kind: 'not-served', code: 0, name: `publishing interval ${everyMs} ms × ${count}` } };
  return { told: { service: 'CreateSubscription', id, everyMs, count }, result: { id } };
}

function takeItems(response: unknown, asked: number): Taken<{ readonly sampling: readonly number[] }> {
  const declined = faultIn(response);
  if (declined !== undefined) return { fault: declined };
  if (!(response instanceof CreateMonitoredItemsResponse) || response.results?.length !== asked)
    return malformed('CreateMonitoredItems');
  const { results } = response;
  const bad = results.find(({ statusCode }) => qualityOf(statusCode) === 'bad');
  if (bad !== undefined) return { fault: faultOfStatus(bad.statusCode, { during: 'read', afterMs: 0 }) };
  const sampling = results.map(({ revisedSamplingInterval }) => revisedSamplingInterval);
  const told = results.map(({ statusCode, revisedSamplingInterval, revisedQueueSize }) => ({
    status: describeStatus(statusCode),
    samplingMs: revisedSamplingInterval,
    queue: revisedQueueSize,
  }));
  return { told: { service: 'CreateMonitoredItems', results: told }, result: { sampling } };
}

function takePublished(
  response: unknown,
  id: number,
): Taken<{
  readonly sequenceNumber: number;
  readonly notifications: readonly Notification[];
  readonly isKeepAlive: boolean;
  readonly more: boolean;
}> {
  const declined = faultIn(response);
  if (declined !== undefined) return { fault: declined };
  if (!(response instanceof PublishResponse) || response.subscriptionId !== id) return malformed('Publish');
  const { notificationMessage: message, moreNotifications: more } = response;
  const data = message.notificationData ?? [];
  const notifications: Notification[] = [];
  for (const each of data) {
    // Whatever else a server has to say, above all that the subscription has ended, ends it.
    if (!(each instanceof DataChangeNotification)) return malformed('data change');
    for (const { clientHandle, value } of each.monitoredItems ?? [])
      notifications.push({ index: clientHandle, dataValue: value });
  }
  const { sequenceNumber } = message;
  return {
    told: {
      service: 'Publish',
      sequenceNumber,
      notifications: notifications.map(({ index, dataValue }) => ({ index, value: describeDataValue(dataValue) })),
    },
    result: { sequenceNumber, notifications, isKeepAlive: data.length === 0, more },
  };
}

function faultIn(response: unknown): Fault | undefined {
  if (
    !(response instanceof CreateSubscriptionResponse) &&
    !(response instanceof CreateMonitoredItemsResponse) &&
    !(response instanceof PublishResponse)
  )
    return undefined;
  const status = response.responseHeader.serviceResult;
  return qualityOf(status) === 'bad' ? faultOfStatus(status, { during: 'read', afterMs: 0 }) : undefined;
}

function malformed(what: string): { readonly fault: Fault } {
  return { fault: { kind: 'malformed-reply', what: `no answer to ${what}` } };
}
