import { text } from '../../messages/index.ts';
import { isModbus, type Pacing, type Protocol } from '../../protocols/index.ts';
import type { Via } from '../plant.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { count, duration, words } from './written-forms.ts';

/** A whole number; other than a count it may be 0, and as large as a number of bytes. */
const amount = words.transform((written, context) =>
  /^(0|[1-9]\d{0,11})$/.test(written) ? Number(written) : refuse(context, text('plant.amount-form', { written })),
);

/** How gently a controller is asked; what is not written takes the default of its protocol. */
export const pacingSchema = noun({
  gap: duration.exactOptional(),
  max_in_flight: count.exactOptional(),
  connect_timeout: duration.exactOptional(),
  request_timeout: duration.exactOptional(),
  bridge: amount.exactOptional(),
  budget: noun({ requests: amount, bytes: amount }).exactOptional(),
});

/** The pacing as written, filled up: a Modbus device wants 100 ms between requests, one behind a gateway 500 ms, the others 20 ms; an OPC UA server has 10 s to open a session, others 2 s. */
export function pacingOf(
  written: {
    readonly gap?: number;
    readonly max_in_flight?: number;
    readonly connect_timeout?: number;
    readonly request_timeout?: number;
    readonly bridge?: number;
    readonly budget?: { readonly requests: number; readonly bytes: number };
  },
  protocol: Protocol,
  via: Via,
): Pacing {
  return declared({
    gapMs: written.gap ?? (!isModbus(protocol) ? 20 : via === 'gateway' ? 500 : 100),
    maxInFlight: written.max_in_flight ?? 1,
    // An OPC UA connection takes half a dozen round trips and, where it is secured, keys.
    connectTimeoutMs: written.connect_timeout ?? (protocol === 'opcua' ? 10_000 : 2000),
    requestTimeoutMs: written.request_timeout ?? 2000,
    bridgeGap: written.bridge,
    budget: written.budget,
  });
}
