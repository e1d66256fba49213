import { ServiceFault, StatusCodes } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import { faultOfError } from './fault-of-error.ts';

const wait = { during: 'connect', afterMs: 900 } as const;

describe('faultOfError', () => {
  it.each<[string, unknown, object]>([
    [
      'a refused connection',
      new Error('The connection cannot be established …\nErr = (connect ECONNREFUSED 127.0.0.1:4840)'),
      { kind: 'unreachable', code: 'ECONNREFUSED' },
    ],
    ['an unknown name', new Error('getaddrinfo ENOTFOUND dcs'), { kind: 'unreachable', code: 'ENOTFOUND' }],
    ['a resolver in trouble', new Error('getaddrinfo EAI_AGAIN dcs'), { kind: 'unreachable', code: 'EAI_AGAIN' }],
    ['no route', new Error('connect EHOSTUNREACH 192.0.2.1:4840'), { kind: 'unreachable', code: 'EHOSTUNREACH' }],
    ['a full disk', new Error("ENOSPC: no space left, open '/x'"), { kind: 'unreachable', code: 'ENOSPC' }],
    ['a closed connection', new Error('Connection Break'), { kind: 'unreachable', code: 'EOF' }],
    ['no error at all', null, { kind: 'unreachable', code: 'EOF' }],
    [
      'a status in a sentence',
      new Error('server Certificate verification failed with err BadCertificateUntrusted (0x801a0000)'),
      { kind: 'refused', code: 0x801a0000, name: 'BadCertificateUntrusted' },
    ],
    ['a full server', new Error('BadTooManySessions (0x80560000)'), { kind: 'busy', name: 'BadTooManySessions' }],
    ['a timeout of the server', new Error('Error BadTimeout'), { kind: 'timeout', ...wait }],
    ['a word that is no status', new Error('BadLuck'), { kind: 'unreachable', code: 'EOF' }],
    [
      'a status that came with the error',
      Object.assign(new Error('rejected'), { statusCode: StatusCodes.BadSecurityChecksFailed }),
      { kind: 'refused', name: 'BadSecurityChecksFailed' },
    ],
    [
      'a service fault',
      Object.assign(new Error('x'), {
        response: new ServiceFault({ responseHeader: { serviceResult: StatusCodes.BadUserAccessDenied } }),
      }),
      { kind: 'access-denied', name: 'BadUserAccessDenied' },
    ],
  ])('finds the fault behind %s', (_, error, fault) => {
    expect(faultOfError(error, wait)).toMatchObject(fault);
  });
});
