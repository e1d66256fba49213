/**
 * Holds each message of a server against what was asked, in the bytes beneath the library: type, size, secure channel, and
 * the number of the request as far as it is not encrypted (Part 6 §6.7.2, §7.1.2). The library itself compares little of
 * it, and goes deaf at what it does not like.
 */
export class ReplyGuard {
  readonly #isReadable: boolean;
  /** Requests that wait, by the type of message that answers them. */
  readonly #waiting = { ACK: 0, OPN: 0, MSG: 0 };
  readonly #requestIds = new Set<number>();
  #channel: number | undefined;
  #hasErred = false;

  /** `isReadable`: the header behind the security header is not encrypted. */
  constructor(isReadable: boolean) {
    this.#isReadable = isReadable;
  }

  /** Call with each whole chunk that leaves. */
  sent(chunk: Buffer): void {
    const type = typeOf(chunk);
    if (type === 'HEL') this.#waiting.ACK += 1;
    if (!isFinal(chunk)) return;
    if (type === 'OPN') this.#waiting.OPN += 1;
    if (type !== 'MSG') return;
    this.#waiting.MSG += 1;
    this.#channel = chunk.readUInt32LE(channelAt);
    if (this.#isReadable) this.#requestIds.add(chunk.readUInt32LE(requestAt));
  }

  /** Length of the chunk at the start of what came; undefined while too little is there; or what is wrong with it. */
  lengthOf(received: Buffer): number | undefined | Breach {
    if (received.length >= 3 && !answers.has(typeOf(received))) return { breach: 'no OPC UA message' };
    if (received.length >= 4 && !'FCA'.includes(received.toString('latin1', 3, 4))) return { breach: 'chunk type' };
    if (received.length < 8) return undefined;
    const length = received.readUInt32LE(4);
    if (length < shortest || length > longest) return { breach: 'length of the message' };
    return length;
  }

  /** What is wrong with a whole chunk that came; undefined where it belongs to a request. */
  breachOf(chunk: Buffer): Breach | undefined {
    const type = typeOf(chunk);
    // The server ends the conversation with its reason: that is for the library to tell.
    if (type === 'ERR') {
      this.#hasErred = true;
      return undefined;
    }
    if (type !== 'ACK' && type !== 'OPN' && type !== 'MSG') return { breach: 'no OPC UA message' };
    if (this.#waiting[type] === 0) return { breach: 'a message that nobody asked for' };
    if (type === 'MSG') {
      const breach = this.#breachOfMessage(chunk);
      if (breach !== undefined) return breach;
    }
    if (chunk.toString('latin1', 3, 4) !== 'C') this.#waiting[type] -= 1;
    return undefined;
  }

  /** True when the server has ended the conversation with a reason of its own. */
  get hasErred(): boolean {
    return this.#hasErred;
  }

  #breachOfMessage(chunk: Buffer): Breach | undefined {
    if (chunk.length < requestAt + 4) return { breach: 'length of the message' };
    if (chunk.readUInt32LE(channelAt) !== this.#channel) return { breach: 'secure channel' };
    if (!this.#isReadable) return undefined;
    const requestId = chunk.readUInt32LE(requestAt);
    if (!this.#requestIds.has(requestId)) return { breach: 'request id' };
    if (chunk.toString('latin1', 3, 4) !== 'C') this.#requestIds.delete(requestId);
    return undefined;
  }
}

/** The check that failed. */
export interface Breach {
  readonly breach: string;
}

const answers: ReadonlySet<string> = new Set(['ACK', 'ERR', 'OPN', 'MSG']);
const [channelAt, requestAt] = [8, 20] as const;
const shortest = 8;
/** Bytes of one chunk: far above what we say that we can take. */
const longest = 16_777_216;

function typeOf(chunk: Buffer): string {
  return chunk.toString('latin1', 0, 3);
}

function isFinal(chunk: Buffer): boolean {
  return chunk.toString('latin1', 3, 4) === 'F';
}
