/**
 * Thrown when bytes that are not on a protocol's allow-list are about to leave. It is the one error that a reader
 * may throw: it means that we erred, the bytes have not left, and the whole run stops (exit code 4).
 */
export class ReadOnlyViolation extends Error {
  override readonly name = 'ReadOnlyViolation';
  constructor(
    readonly controller: string,
    readonly what: string,
  ) {
    super(`refused to send to ${controller}: ${what} is not on the read-only allow-list`);
  }
}
