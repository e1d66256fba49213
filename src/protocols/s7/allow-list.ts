import { mostItems } from './read-var.ts';

/** Requests (4) of the groups 4, CPU functions, and 7, time functions. */
const lookGroups: ReadonlySet<number | undefined> = new Set([0x44, 0x47]);
const emptyData = [0x0a, 0x00, 0x00, 0x00];

/**
 * The read-only allow-list of S7, on the bytes of exactly one telegram: COTP connection request, setup communication,
 * read variable, and the userdata services "read system status list" and "read clock". Names what stands there instead.
 */
export function forbiddenInS7(bytes: Uint8Array): string | undefined {
  const [version, , high = 0, low = 0, lengthIndicator = 0, tpduType] = bytes;
  if (version !== 3 || high * 256 + low !== bytes.length || bytes.length < 7) return 'bytes that are not one TPKT';
  if (tpduType === 0xe0)
    return lengthIndicator + 5 === bytes.length ? undefined : 'COTP connection request with data behind it';
  if (tpduType !== 0xf0 || lengthIndicator !== 2 || bytes[6] !== 0x80) return `COTP type ${hex(tpduType)}`;
  return forbiddenInTelegram(bytes.subarray(7));
}

function forbiddenInTelegram(telegram: Uint8Array): string | undefined {
  const word = (at: number) => (telegram[at] ?? 0) * 256 + (telegram[at + 1] ?? 0);
  if (telegram[0] !== 0x32) return `protocol ${hex(telegram[0])}`;
  const dataAt = 10 + word(6);
  if (dataAt + word(8) !== telegram.length) return 'S7 telegram of another length than it says';
  const parameters = telegram.subarray(10, dataAt);
  const data = telegram.subarray(dataAt);
  if (telegram[1] === 1) return forbiddenInJob(parameters, data);
  if (telegram[1] === 7) return forbiddenInUserdata(parameters, data);
  return `S7 ROSCTR ${hex(telegram[1])}`;
}

function forbiddenInJob(parameters: Uint8Array, data: Uint8Array): string | undefined {
  const [service, count = 0] = parameters;
  const isSetup = service === 0xf0 && parameters.length === 8;
  const isRead = service === 0x04 && parameters.length === 2 + 12 * count && count >= 1 && count <= mostItems;
  return data.length === 0 && (isSetup || isRead) ? undefined : `S7 function ${hex(service)}`;
}

function forbiddenInUserdata(parameters: Uint8Array, data: Uint8Array): string | undefined {
  const [first, second, third, length, method, group, service] = parameters;
  const isFirst = length === 4 && method === 0x11;
  const isFollowUp = length === 8 && method === 0x12 && group === 0x44;
  const hasHead = first === 0 && second === 1 && third === 0x12 && parameters.length === 4 + (length ?? 0);
  const isLook = lookGroups.has(group) && service === 1;
  if (!hasHead || !isLook || !(isFirst || isFollowUp)) return `S7 userdata ${hex(group)}/${hex(service)}`;
  const isQuestion = isFirst && group === 0x44 ? isListQuestion(data) : equals(data, emptyData);
  return isQuestion ? undefined : `S7 userdata ${hex(group)}/${hex(service)} with data`;
}

/** List number and index, and nothing else. */
function isListQuestion(data: Uint8Array): boolean {
  return data.length === 8 && equals(data.subarray(0, 4), [0xff, 0x09, 0, 4]);
}

function equals(bytes: Uint8Array, expected: readonly number[]): boolean {
  return bytes.length === expected.length && expected.every((byte, at) => bytes[at] === byte);
}

function hex(byte: number | undefined): string {
  return byte === undefined ? 'nothing' : `0x${byte.toString(16).padStart(2, '0')}`;
}
