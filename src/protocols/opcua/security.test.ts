import { homedir } from 'node:os';
import { join } from 'node:path';
import { EndpointDescription } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import type { Security } from '../target.ts';
import { SecurityPolicy, UserTokenType } from './library.ts';
import { pkiFolder, refusalOf, refusalOfEndpoint } from './security.ts';

const user = { name: 'auditor', password: 'secret' };

describe('refusalOf', () => {
  it.each<[string, Security, string | undefined]>([
    ['an open channel', { mode: 'None', policy: 'None' }, undefined],
    ['a password over an open channel', { mode: 'None', policy: 'None', user }, 'BadSecurityModeInsufficient'],
    ['a mode without a policy', { mode: 'Sign', policy: 'None' }, 'BadSecurityModeRejected'],
    ['a policy without a mode', { mode: 'None', policy: 'Basic256Sha256' }, 'BadSecurityModeRejected'],
    ['a password over an encrypted channel', { mode: 'SignAndEncrypt', policy: 'Basic256Sha256', user }, undefined],
  ])('judges %s before anything is sent', (_, security, name) => {
    expect(refusalOf(security)).toEqual(name && expect.objectContaining({ kind: 'refused', name }));
  });
});

describe('refusalOfEndpoint', () => {
  const anonymous = { tokenType: UserTokenType.Anonymous };
  const inClear = { tokenType: UserTokenType.UserName, securityPolicyUri: SecurityPolicy.None };
  const asEndpoint = { tokenType: UserTokenType.UserName };
  const encrypted = { tokenType: UserTokenType.UserName, securityPolicyUri: SecurityPolicy.Basic256Sha256 };
  const sign: Security = { mode: 'Sign', policy: 'Basic256Sha256' };
  it.each<[string, object[], Security, string | undefined]>([
    ['anonymous to a server that lets anonymous in', [anonymous], sign, undefined],
    ['anonymous to a server that does not', [encrypted], sign, 'BadIdentityTokenRejected'],
    ['a user to a server that knows no users', [anonymous], { ...sign, user }, 'BadIdentityTokenRejected'],
    ['a user whose password would go in clear', [inClear], { ...sign, user }, 'BadSecurityModeInsufficient'],
    ['a user whose password is encrypted', [encrypted], { ...sign, user }, undefined],
    ['a user where one of two ways is encrypted', [inClear, encrypted], { ...sign, user }, undefined],
    ['a user under the policy of the endpoint', [asEndpoint], { ...sign, user }, undefined],
    ['a user on an encrypted channel', [inClear], { ...sign, mode: 'SignAndEncrypt', user }, undefined],
  ])('judges %s', (_, userIdentityTokens, security, name) => {
    const endpoint = new EndpointDescription({ userIdentityTokens });
    expect(refusalOfEndpoint(endpoint, security)).toEqual(name && expect.objectContaining({ kind: 'refused', name }));
  });

  it('refuses a server without such an endpoint', () => {
    expect(refusalOfEndpoint(undefined, sign)).toMatchObject({ kind: 'refused', name: 'BadSecurityPolicyRejected' });
  });
});

describe('pkiFolder', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { XDG_STATE_HOME: '/state' }, join('/state', 'tripline', 'pki')],
    ['linux', {}, join(homedir(), '.local', 'state', 'tripline', 'pki')],
    ['linux', { XDG_STATE_HOME: '' }, join(homedir(), '.local', 'state', 'tripline', 'pki')],
    ['win32', { LOCALAPPDATA: '/local' }, join('/local', 'tripline', 'pki')],
  ])('is our own on %s with %j', (platform, env, folder) => {
    expect(pkiFolder(env, platform)).toBe(folder);
  });
});
