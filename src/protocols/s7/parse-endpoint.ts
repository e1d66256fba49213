import { type Text, type TextValue, text } from '../../messages/index.ts';
import type { Parsed } from '../parsed.ts';
import type { Endpoint } from '../target.ts';

const isoOnTcpPort = 102;
const form = /^s7:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?\/?(?:\?(.*))?$/i;
/** The TSAP holds three bits of rack and five of slot. */
const highest = { rack: 7, slot: 31 } as const;

/** Reads `s7://host[:102]?rack=0&slot=3`; rack and slot are mandatory, because a wrong guess may reach another CPU. */
export function parseS7Endpoint(written: string): Parsed<Extract<Endpoint, { protocol: 's7' }>> {
  const faulty = (key: Text['key'], values: Record<string, TextValue> = {}): Parsed<never> => ({
    ok: false,
    because: text(key, { written, ...values }),
  });
  const [, host, portWritten, query = ''] = form.exec(written) ?? [];
  const port = portWritten === undefined ? isoOnTcpPort : Number(portWritten);
  if (host === undefined || port < 1 || port > 65_535) return faulty('s7.endpoint-form');
  const given: Partial<Record<'rack' | 'slot', number>> = {};
  for (const [parameter, value] of new URLSearchParams(query)) {
    if ((parameter !== 'rack' && parameter !== 'slot') || given[parameter] !== undefined) {
      return faulty('s7.endpoint-unknown', { parameter });
    }
    if (!/^\d{1,2}$/.test(value) || Number(value) > highest[parameter]) {
      return faulty('s7.endpoint-range', { parameter, highest: highest[parameter], value });
    }
    given[parameter] = Number(value);
  }
  const { rack, slot } = given;
  if (rack === undefined) return faulty('s7.endpoint-missing', { parameter: 'rack' });
  if (slot === undefined) return faulty('s7.endpoint-missing', { parameter: 'slot' });
  return { ok: true, value: { protocol: 's7', url: written, host: host.replace(/^\[|\]$/g, ''), port, rack, slot } };
}
