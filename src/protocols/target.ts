import type { WordOrder } from './data-type.ts';

/** The protocols that a plant file may name, by the scheme of an endpoint. */
export type Protocol = 'opcua' | 'modbus' | 's7';

/** One parsed endpoint. */
export type Endpoint =
  | { readonly protocol: 'opcua'; readonly url: string }
  | {
      readonly protocol: 'modbus';
      readonly url: string;
      readonly host: string;
      readonly port: number;
      readonly unit: number;
    }
  | {
      readonly protocol: 's7';
      readonly url: string;
      readonly host: string;
      readonly port: number;
      readonly rack: number;
      readonly slot: number;
    };

/** How gently a controller is asked. Times in milliseconds. */
export interface Pacing {
  /** Shortest time between the end of one request and the start of the next. */
  readonly gapMs: number;
  readonly maxInFlight: number;
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
}

/** OPC UA security as the plant file declares it; secrets are named, never held. */
export interface Security {
  readonly mode: 'None' | 'Sign' | 'SignAndEncrypt';
  readonly policy: 'None' | 'Basic256Sha256' | 'Aes128_Sha256_RsaOaep' | 'Aes256_Sha256_RsaPss';
  readonly user?: { readonly name: string; readonly password: string };
}

/** Everything that a reader needs to know of one controller. */
export interface Target {
  readonly controller: string;
  /** Of a redundant pair, in declared order; all of one protocol. */
  readonly endpoints: readonly [Endpoint, ...Endpoint[]];
  readonly wordOrder?: WordOrder;
  readonly pacing: Pacing;
  readonly security?: Security;
}
