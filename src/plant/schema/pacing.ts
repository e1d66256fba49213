import type { Pacing, Protocol } from '../../protocols/index.ts';
import type { Via } from '../plant.ts';
import { noun } from './noun.ts';
import { count, duration } from './written-forms.ts';

/** How gently a controller is asked; what is not written takes the default of its protocol. */
export const pacingSchema = noun({
  gap: duration.exactOptional(),
  max_in_flight: count.exactOptional(),
  connect_timeout: duration.exactOptional(),
  request_timeout: duration.exactOptional(),
});

/** The pacing as written, filled up: a Modbus device wants 100 ms between requests, one behind a gateway 500 ms, the others 20 ms. */
export function pacingOf(
  written: {
    readonly gap?: number;
    readonly max_in_flight?: number;
    readonly connect_timeout?: number;
    readonly request_timeout?: number;
  },
  protocol: Protocol,
  via: Via,
): Pacing {
  return {
    gapMs: written.gap ?? (protocol !== 'modbus' ? 20 : via === 'gateway' ? 500 : 100),
    maxInFlight: written.max_in_flight ?? 1,
    connectTimeoutMs: written.connect_timeout ?? 2000,
    requestTimeoutMs: written.request_timeout ?? 2000,
  };
}
