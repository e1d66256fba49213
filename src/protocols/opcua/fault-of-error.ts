import type { Fault } from '../fault.ts';
import { ServiceFault, StatusCode, StatusCodes } from './library.ts';
import { faultOfStatus, type Wait } from './status.ts';

const networkCode = /\b(E(?:CONN\w+|HOST\w+|NET\w+|PIPE|TIMEDOUT|AI_\w+|ADDR\w+|ACCES|PERM|ROFS|NOSPC)|ENOTFOUND)\b/;

/**
 * The fault behind an error of the library: the status that it carries or names, or the system's word in its sentence.
 * Where it says none of these the connection was closed.
 */
export function faultOfError(error: unknown, wait: Wait): Fault {
  const status = statusOfError(error);
  if (status !== undefined) return faultOfStatus(status, wait);
  return { kind: 'unreachable', code: networkCode.exec(String(error))?.[1] ?? 'EOF' };
}

/** The status that an error of the library carries, or else names in its sentence. */
export function statusOfError(error: unknown): StatusCode | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('response' in error && error.response instanceof ServiceFault) return error.response.responseHeader.serviceResult;
  if ('statusCode' in error && error.statusCode instanceof StatusCode) return error.statusCode;
  const name = /\bBad[A-Z]\w+/.exec(error.message)?.[0];
  return name === undefined ? undefined : Object.values(StatusCodes).find((status) => status.name === name);
}
