import type { Fault } from '../fault.ts';

/** What a wire tells whoever opened it. After `lost` nothing more comes. */
export interface WireEvents {
  bytes(chunk: Uint8Array): void;
  lost(fault: Fault): void;
}

/** A serial port or a TCP connection, as a place where bytes go and come from. */
export interface Wire {
  /** The fault that kept it from opening; undefined when it is open. */
  readonly opened: Promise<Fault | undefined>;
  write(bytes: Uint8Array): void;
  /** Closes it, opened or still opening; resolves when it is gone. Safe to call twice. */
  close(): Promise<void>;
}
