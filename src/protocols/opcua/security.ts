import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../fault.ts';
import type { Security } from '../target.ts';
import { describeStatus } from './describe.ts';
import {
  type EndpointDescription,
  MessageSecurityMode,
  OPCUACertificateManager,
  SecurityPolicy,
  type StatusCode,
  StatusCodes,
  type UserIdentityInfo,
  UserTokenType,
} from './library.ts';

/** What is spoken when the plant file declares nothing. */
export const noSecurity: Security = { mode: 'None', policy: 'None' };

/** The folder of our own certificate, and of the servers' certificates that somebody trusted or that wait for it. */
export function pkiFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const state =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'))
      : env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  return join(state, 'tripline', 'pki');
}

/** The certificates in our folder; never accepts an unknown one by itself. */
export function ownCertificates(): OPCUACertificateManager {
  return new OPCUACertificateManager({
    rootFolder: pkiFolder(),
    automaticallyAcceptUnknownCertificate: false,
    keySize: 2048,
    disableFileWatchers: true,
  });
}

/** Security that makes no sense is refused before anything is sent: a password over an open channel, a mode without its policy. */
export function refusalOf(security: Security): Fault | undefined {
  const { mode, policy } = security;
  if (mode === 'None' && holdsPassword(security) && security.passwordOverNone === undefined)
    return refused(StatusCodes.BadSecurityModeInsufficient);
  if ((mode === 'None') !== (policy === 'None')) return refused(StatusCodes.BadSecurityModeRejected);
  return undefined;
}

/** True when this user logs in with a password. */
function holdsPassword({ user }: Security): boolean {
  return user !== undefined && 'password' in user;
}

/**
 * Refuses a server that does not offer the declared security or the declared kind of user, or that would take the password
 * in clear (Part 4 §7.41: a token may have a policy of its own).
 */
export function refusalOfEndpoint(endpoint: EndpointDescription | undefined, security: Security): Fault | undefined {
  if (endpoint === undefined) return noSuchEndpoint;
  const { mode } = security;
  const wanted = tokenTypeOf(security);
  const tokens = (endpoint.userIdentityTokens ?? []).filter(({ tokenType }) => tokenType === wanted);
  if (tokens.length === 0) return refused(StatusCodes.BadIdentityTokenRejected);
  const inClear = tokens.every(({ securityPolicyUri }) => securityPolicyUri === SecurityPolicy.None);
  return holdsPassword(security) && mode === 'Sign' && inClear
    ? refused(StatusCodes.BadSecurityModeInsufficient)
    : undefined;
}

function tokenTypeOf({ user }: Security): UserTokenType {
  if (user === undefined) return UserTokenType.Anonymous;
  return 'password' in user ? UserTokenType.UserName : UserTokenType.Certificate;
}

/** The library's words for who logs in. */
export function identityOf({ user }: Security): UserIdentityInfo {
  if (user === undefined) return { type: UserTokenType.Anonymous };
  return 'password' in user
    ? { type: UserTokenType.UserName, userName: user.name, password: user.password }
    : { type: UserTokenType.Certificate, certificateData: Buffer.from(user.certificate), privateKey: user.key };
}

/** The library's words for a mode and a policy. */
export function libraryWords({ mode, policy }: Security): {
  readonly securityMode: MessageSecurityMode;
  readonly securityPolicy: SecurityPolicy;
} {
  return { securityMode: MessageSecurityMode[mode], securityPolicy: SecurityPolicy[policy] };
}

/** A refusal with the words of a status. */
export function refused(status: StatusCode): Fault {
  return { kind: 'refused', ...describeStatus(status) };
}

/** The certificate was issued for another host than the endpoint names. */
export const wrongHost: Fault = refused(StatusCodes.BadCertificateHostNameInvalid);

/** The server has no endpoint with the declared mode and policy. */
export const noSuchEndpoint: Fault = refused(StatusCodes.BadSecurityPolicyRejected);
