import { type Checked, malformed } from './checked.ts';
import { checkUserdataReply, userdataFrame } from './job.ts';
import { itemFault, telegramFault } from './return-code.ts';

/** The two userdata services that only look: a system status list (SZL), and the clock. */
export type Look = { readonly group: 4; readonly service: 1 } | { readonly group: 7; readonly service: 1 };

/** One piece of a reply; a list may come in several. */
export interface Fragment {
  readonly bytes: Uint8Array;
  /** Must be quoted to get the next piece. */
  readonly sequence: number;
  readonly more: boolean;
}

const head = [0x00, 0x01, 0x12] as const;
const [firstRequest, followUp] = [0x11, 0x12];
const [requestType, replyType] = [0x40, 0x80];
const replyParameterBytes = 12;
const success = 0xff;
/** Data without content: return code 0x0a, no transport size, length zero. */
const noData = Uint8Array.of(0x0a, 0x00, 0x00, 0x00);

/** Asks for the partial list `id` with `index`. */
export function szlRequest(reference: number, id: number, index: number): Uint8Array {
  const data = Uint8Array.of(success, 0x09, 0, 4, id >> 8, id & 0xff, index >> 8, index & 0xff);
  return userdataFrame(reference, { parameters: Uint8Array.of(...head, 4, firstRequest, requestType | 4, 1, 0), data });
}

/** Asks for the next piece of a list that has not ended. */
export function nextFragmentRequest(reference: number, sequence: number): Uint8Array {
  const parameters = Uint8Array.of(...head, 8, followUp, requestType | 4, 1, sequence, 0, 0, 0, 0);
  return userdataFrame(reference, { parameters, data: noData });
}

/** Asks for the controller's clock. */
export function clockRequest(reference: number): Uint8Array {
  const parameters = Uint8Array.of(...head, 4, firstRequest, requestType | 7, 1, 0);
  return userdataFrame(reference, { parameters, data: noData });
}

/** One piece of the answer to a look; a service that is not offered is a fault with the controller's own code. */
export function checkLook(frame: Uint8Array, reference: number, { group, service }: Look): Checked<Fragment> {
  const body = checkUserdataReply(frame, reference);
  if (!body.ok) return body;
  const { parameters, data } = body.value;
  if (parameters.length !== replyParameterBytes || parameters[3] !== 8) return malformed('userdata parameter length');
  if (head.some((byte, at) => parameters[at] !== byte) || parameters[4] !== followUp) {
    return malformed('userdata parameter head');
  }
  if (parameters[5] !== (replyType | group) || parameters[6] !== service) return malformed('userdata service');
  const error = (parameters[10] ?? 0) * 256 + (parameters[11] ?? 0);
  if (error !== 0) return { ok: false, fault: telegramFault(error) };
  const bytes = contentOf(data);
  if (!bytes.ok) return bytes;
  return { ok: true, value: { bytes: bytes.value, sequence: parameters[7] ?? 0, more: parameters[9] !== 0 } };
}

function contentOf(data: Uint8Array): Checked<Uint8Array> {
  const [code, transport, high = 0, low] = data;
  if (code === undefined || low === undefined) return malformed('userdata length');
  if (code !== success) return { ok: false, fault: itemFault(code) };
  if (transport !== 0x09 || high * 256 + low !== data.length - 4) return malformed('userdata length');
  return { ok: true, value: data.slice(4) };
}
