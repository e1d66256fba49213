import type { Fault } from '../fault.ts';
import type { Quality } from '../observation.ts';
import { describeStatus } from './describe.ts';
import { type StatusCode, StatusCodes } from './library.ts';

/**
 * Part 4 §7.39: the two highest bits are the severity, 00 good, 01 uncertain, 10 bad, 11 reserved (taken as bad).
 * Limit, overflow and other info bits do not change it: a code that is not 0 may still be good.
 */
export function qualityOf(status: StatusCode): Quality {
  switch (status.value >>> 30) {
    case 0:
      return 'good';
    case 1:
      return 'uncertain';
    default:
      return 'bad';
  }
}

/** The same status without its info bits. */
function baseCodeOf(status: StatusCode): number {
  return (status.value & 0xffff0000) >>> 0;
}

const addressCodes = codesOf([
  StatusCodes.BadNodeIdUnknown,
  StatusCodes.BadNodeIdInvalid,
  StatusCodes.BadAttributeIdInvalid,
]);
const accessCodes = codesOf([
  StatusCodes.BadUserAccessDenied,
  StatusCodes.BadNotReadable,
  StatusCodes.BadSecurityModeInsufficient,
]);
const notServedCodes = codesOf([
  StatusCodes.BadServiceUnsupported,
  StatusCodes.BadNotSupported,
  StatusCodes.BadNotImplemented,
  StatusCodes.BadHistoryOperationUnsupported,
]);
const timeoutCodes = codesOf([StatusCodes.BadTimeout, StatusCodes.BadRequestTimeout]);
const brokenCodes = codesOf([
  StatusCodes.BadConnectionClosed,
  StatusCodes.BadSecureChannelClosed,
  StatusCodes.BadSecureChannelIdInvalid,
  StatusCodes.BadSessionClosed,
  StatusCodes.BadSessionIdInvalid,
]);
const tooLargeCodes = codesOf([
  StatusCodes.BadTooManyOperations,
  StatusCodes.BadResponseTooLarge,
  StatusCodes.BadRequestTooLarge,
  StatusCodes.BadEncodingLimitsExceeded,
]);
const busyCodes = codesOf([
  StatusCodes.BadTooManyOperations,
  StatusCodes.BadResourceUnavailable,
  StatusCodes.BadTcpServerTooBusy,
  StatusCodes.BadTooManySessions,
]);

/** True when the answer says that too much was asked at once: half of it may be served. */
export function asksForLess(status: StatusCode): boolean {
  return tooLargeCodes.has(baseCodeOf(status));
}

/** What was waited for, and how long, when a status came. */
export type Wait = Omit<Extract<Fault, { kind: 'timeout' }>, 'kind'>;

/** Why a bad status is no reading. */
export function faultOfStatus(status: StatusCode, wait: Wait): Fault {
  const code = baseCodeOf(status);
  const said = describeStatus(status);
  if (addressCodes.has(code)) return { kind: 'no-such-address', ...said };
  if (accessCodes.has(code)) return { kind: 'access-denied', ...said };
  if (notServedCodes.has(code)) return { kind: 'not-served', ...said };
  if (busyCodes.has(code)) return { kind: 'busy', ...said };
  if (timeoutCodes.has(code)) return { kind: 'timeout', ...wait };
  if (brokenCodes.has(code)) return { kind: 'unreachable', code: said.name };
  return { kind: 'refused', ...said };
}

function codesOf(statuses: readonly StatusCode[]): ReadonlySet<number> {
  return new Set(statuses.map(({ value }) => value));
}
