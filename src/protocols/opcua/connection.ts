import { createHash } from 'node:crypto';
import { type Deadline, deadlineIn } from '../deadline.ts';
import type { ExchangeLedger, OpenExchange } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import type { Security } from '../target.ts';
import { guardRequests } from './allow-list.ts';
import { canonicalJson } from './canonical-json.ts';
import { type DescribedEndpoint, describeEndpoint } from './describe.ts';
import { faultOfError } from './fault-of-error.ts';
import {
  type BrowseNextRequest,
  type BrowseRequest,
  type ClientSecureChannelLayer,
  type ClientSession,
  type CreateMonitoredItemsRequest,
  type CreateSubscriptionRequest,
  type EndpointDescription,
  type HistoryReadRequest,
  MessageSecurityMode,
  type OPCUAClient,
  type PublishRequest,
  type ReadRequest,
  SecurityPolicy,
} from './library.ts';
import { readResponseLength } from './read-response-length.ts';
import type { ReplyGuard } from './reply-guard.ts';
import { identityOf, libraryWords } from './security.ts';
import { type Limits, type Outcome, settleWork } from './settle-work.ts';

/** The requests that a reader may send in a session. */
export type ReadingRequest =
  | ReadRequest
  | HistoryReadRequest
  | BrowseRequest
  | BrowseNextRequest
  | CreateSubscriptionRequest
  | CreateMonitoredItemsRequest
  | PublishRequest;

/** What a connection is wired to. */
export interface ConnectionWiring {
  readonly controller: string;
  readonly ledger: ExchangeLedger;
  readonly signal: AbortSignal;
  /** True for a watch alone: subscriptions may be asked for. */
  readonly subscribes?: boolean;
}

/** In the place of a response that came and could not be decoded. */
export const spoilt = Symbol('spoilt');

const farewellMs = 1000;

/** A session is ended politely even when the operator has stopped the run: controllers have few of them. */
function farewell(): Limits {
  return { during: 'read', deadline: deadlineIn(farewellMs), signal: new AbortController().signal };
}

/**
 * One connection and session of the library, and all that a reader may do with it: connect, read, close. Nothing else of
 * the library can be reached through it, and the allow-list refuses every other request.
 * After a deadline the connection is dropped at once: a late reply finds nobody.
 */
export class Connection {
  readonly #client: OPCUAClient;
  readonly #security: Security;
  readonly #wiring: ConnectionWiring;
  #channel: ClientSecureChannelLayer | undefined;
  #session: ClientSession | undefined;
  #lost: Fault | undefined = { kind: 'unreachable', code: 'ENOTCONN' };
  #gone: Promise<void> | undefined;
  readonly #guard: ReplyGuard;
  #onSpoilt: () => void = () => undefined;
  #onBreach: (fault: Error) => void = () => undefined;
  #breach: Fault | undefined;

  constructor(client: OPCUAClient, security: Security, wiring: ConnectionWiring, guard: ReplyGuard) {
    this.#guard = guard;
    this.#client = client;
    this.#security = security;
    this.#wiring = wiring;
    guardRequests(client, wiring.controller, wiring.subscribes === true);
    client.on('secure_channel_created', (channel) => {
      this.#channel = channel;
    });
    client.on('close', (error) => this.#forget(faultOfError(error, { during: 'read', afterMs: 0 })));
  }

  /** Why nothing can be asked any more; undefined while the connection stands. */
  get lost(): Fault | undefined {
    return this.#lost;
  }

  /** Bytes on the wire so far, as the library counts them. */
  get bytes(): { readonly out: number; readonly in: number } {
    return { out: this.#client.bytesWritten, in: this.#client.bytesRead };
  }

  /** The name that the server gives itself. */
  get applicationName(): string | undefined {
    return this.endpointWith(this.#security)?.server.applicationName.text || undefined;
  }

  /** What a connected server says of its endpoint with this security; undefined when it has none. */
  endpointWith(security: Security): EndpointDescription | undefined {
    const { securityMode, securityPolicy } = libraryWords(security);
    if (!this.#client.knowsServerEndpoint) return undefined;
    return this.#client.findEndpointForSecurity(securityMode, securityPolicy);
  }

  /** What a connected server told of its endpoints, one per mode and policy; empty where it told none. */
  get offered(): readonly DescribedEndpoint[] {
    if (!this.#client.knowsServerEndpoint) return [];
    const modes = [MessageSecurityMode.None, MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt];
    return modes.flatMap((mode) =>
      Object.values(SecurityPolicy).flatMap((policy) => {
        const endpoint = this.#client.findEndpointForSecurity(mode, policy);
        return endpoint === undefined ? [] : [describeEndpoint(endpoint)];
      }),
    );
  }

  /** Opens the secure channel and asks for the endpoints. */
  async connect(url: string, deadline: Deadline): Promise<Fault | undefined> {
    const withheld = this.#wiring.ledger.withheld();
    if (withheld !== undefined) return withheld;
    const { mode, policy } = this.#security;
    const what = `Hello, OpenSecureChannel ${mode === 'None' ? mode : `${mode} ${policy}`}, GetEndpoints`;
    const asked = canonicalJson({ service: 'Connect', url, mode, policy });
    const exchange = this.#wiring.ledger.open('connect', what, asked);
    const outcome = await settleWork(this.#limits('connect', deadline), () =>
      this.#unlessBroken(this.#client.connect(url)),
    );
    if (outcome.kind !== 'done') return this.#failed(exchange, outcome);
    this.#lost = undefined;
    this.#watchMessages();
    exchange.end({
      reply: canonicalJson({ service: 'Connect', ...describeEndpoint(this.endpointWith(this.#security)) }),
    });
    return undefined;
  }

  /** Asks a connected server for all its endpoints. */
  async endpoints(deadline: Deadline): Promise<readonly EndpointDescription[] | Fault> {
    const exchange = this.#wiring.ledger.open('session', 'GetEndpoints', canonicalJson({ service: 'GetEndpoints' }));
    const outcome = await settleWork(this.#limits('read', deadline), () =>
      this.#unlessBroken(this.#client.getEndpoints()),
    );
    if (outcome.kind !== 'done') return this.#failed(exchange, outcome);
    exchange.end({
      reply: canonicalJson({ service: 'GetEndpoints', endpoints: outcome.result.map(describeEndpoint) }),
    });
    return outcome.result;
  }

  /** Creates and activates the session, as the declared user or anonymously. */
  async createSession(deadline: Deadline): Promise<Fault | undefined> {
    const withheld = this.#wiring.ledger.withheld();
    if (withheld !== undefined) return withheld;
    const { user } = this.#security;
    // The password is in no exchange, nor is anything that was derived from it.
    const asked = canonicalJson({ service: 'CreateSession', user: userIn(user) });
    const exchange = this.#wiring.ledger.open('session', 'CreateSession, ActivateSession', asked);
    const outcome = await settleWork(this.#limits('handshake', deadline), () =>
      this.#unlessBroken(this.#client.createSession(identityOf(this.#security))),
    );
    if (outcome.kind !== 'done') return this.#failed(exchange, outcome);
    this.#session = outcome.result;
    exchange.end({ reply: canonicalJson({ service: 'CreateSession', timeoutMs: outcome.result.timeout }) });
    return undefined;
  }

  /**
   * Sends one Read (of values, attributes or history) on the channel; one at a time. Not through the library's session, which would look up the types of
   * structures and create itself anew without being asked. The result is the response, or `spoilt` where one came that
   * cannot be decoded. The library's own error comes back as it is; a deadline drops the connection.
   */
  async read(request: ReadingRequest, deadline: Deadline): Promise<Outcome<unknown>> {
    const channel = this.#channel;
    const token = this.#session?.authenticationToken;
    if (this.#lost !== undefined) return { kind: 'fault', fault: this.#lost };
    if (channel === undefined || token === undefined) throw new Error('a Read needs a session');
    request.requestHeader.authenticationToken = token;
    const transact = () =>
      new Promise<unknown>((resolve, reject) => {
        this.#onSpoilt = () => resolve(spoilt);
        this.#onBreach = reject;
        channel.performMessageTransaction(request, (error, response) => (error ? reject(error) : resolve(response)));
      });
    const outcome = await settleWork(this.#limits('read', deadline), transact);
    this.#onBreach = () => undefined;
    if (outcome.kind === 'error' && this.#breach !== undefined) return { kind: 'fault', fault: this.#breach };
    // A reply that is late may answer nothing else; after a stop nothing else is asked, and `close` ends the session.
    if (outcome.kind === 'fault' && outcome.fault.kind !== 'stopped') this.drop(outcome.fault);
    return outcome;
  }

  /** Call when what the server sent breaks the protocol or answers nothing that was asked: nothing after it counts. */
  breach(what: string): void {
    if (this.#breach !== undefined) return;
    this.#breach = { kind: 'malformed-reply', what };
    this.#onBreach(new Error(what));
    this.drop(this.#breach);
  }

  /** Drops the connection without a word, because of this fault. */
  drop(fault: Fault): void {
    this.#forget(fault);
    this.#gone ??= abort(this.#channel)
      .then(() => this.#client.disconnect())
      .catch(() => undefined);
  }

  /** Ends session and channel politely, waits at most a second for that, and drops the connection. Safe to call twice. */
  async close(): Promise<void> {
    if (this.#lost === undefined) await this.#sayGoodbye();
    this.drop({ kind: 'unreachable', code: 'ENOTCONN' });
    await settleWork(farewell(), async () => this.#gone);
  }

  async #sayGoodbye(): Promise<void> {
    const session = this.#session;
    const what = session === undefined ? 'CloseSecureChannel' : 'CloseSession, CloseSecureChannel';
    const exchange = this.#wiring.ledger.open('close', what, canonicalJson({ service: 'Close' }));
    this.#lost = { kind: 'unreachable', code: 'ENOTCONN' };
    const leave = async () => {
      await session?.close();
      await this.#client.disconnect();
    };
    const outcome = await settleWork(farewell(), leave);
    exchange.end(outcome.kind === 'done' ? { reply: canonicalJson({ service: 'Close' }) } : { fault: outcome.fault });
  }

  /** What the library notices of a message and keeps to itself, or answers with deafness. */
  #watchMessages(): void {
    const messages = this.#channel?._getMessageBuilder();
    // An answer that cannot be decoded it keeps to itself, and lets the request time out.
    messages?.on('invalid_message', () => this.#onSpoilt());
    messages?.on('full_message_body', (body) => {
      const length = readResponseLength(body);
      if (length !== undefined && length !== body.length) this.breach('bytes behind the values');
    });
    messages?.on('error', (error) => {
      if (!this.#guard.hasErred) this.breach(error.message);
    });
  }

  /** Work of the library that ends as soon as the server breaks the protocol. */
  #unlessBroken<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#onBreach = reject;
      work.then(resolve, reject);
    });
  }

  #failed(exchange: OpenExchange, outcome: { readonly fault: Fault }): Fault {
    const fault = this.#breach ?? outcome.fault;
    exchange.end({ fault });
    // A stop by the operator says nothing against the connection: the session on it is still ended politely, by close.
    if (fault.kind !== 'stopped' || this.#session === undefined) this.drop(fault);
    return fault;
  }

  #forget(fault: Fault): void {
    this.#lost ??= fault;
    this.#session = undefined;
  }

  #limits(during: Limits['during'], deadline: Deadline): Limits {
    return { during, deadline, signal: this.#wiring.signal };
  }
}

/** Who logs in, as an exchange may keep it: a name, or the fingerprint of a certificate. */
function userIn(user: Security['user']): string | null {
  if (user === undefined) return null;
  return 'password' in user ? user.name : `sha256:${createHash('sha256').update(user.certificate).digest('hex')}`;
}

function abort(channel: ClientSecureChannelLayer | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (channel === undefined) resolve();
    else channel.abortConnection(() => resolve());
  });
}
