import type { WordOrder } from './data-type.ts';
import type { ExportTarget } from './exported.ts';

/** The protocols that a plant file may name, by the scheme of an endpoint. */
export type Protocol = 'opcua' | 'modbus' | 'modbus-rtu' | 's7' | 'file';

/** Where RTU frames go: a serial port of this machine, or a serial server that passes them on over TCP. */
export type RtuLine =
  | {
      readonly by: 'serial';
      readonly path: string;
      readonly baud: number;
      readonly parity: 'none' | 'even' | 'odd';
      readonly stopBits: 1 | 2;
    }
  | { readonly by: 'tcp'; readonly host: string; readonly port: number };

/** One parsed endpoint. */
export type Endpoint =
  /** Exports of a controller, relative to the plant file's folder. */
  | { readonly protocol: 'file'; readonly url: string; readonly paths: readonly [string, ...string[]] }
  | { readonly protocol: 'opcua'; readonly url: string }
  | {
      readonly protocol: 'modbus';
      readonly url: string;
      readonly host: string;
      readonly port: number;
      readonly unit: number;
    }
  | { readonly protocol: 'modbus-rtu'; readonly url: string; readonly line: RtuLine; readonly unit: number }
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
  /** Registers, bits (Modbus) or bytes (S7) in a row that may be read without being asked for; absent = none: some devices refuse. */
  readonly bridgeGap?: number;
  /** The most that this controller may be asked in one run; absent = the budget of `defaultBudget`. */
  readonly budget?: TrafficBudget;
}

/** Requests, and bytes of both directions. */
export interface TrafficBudget {
  readonly requests: number;
  readonly bytes: number;
}

/** Who logs in: by name and password, or by a certificate (DER) with its private key (PEM). */
export type SecurityUser =
  | { readonly name: string; readonly password: string }
  | { readonly certificate: Uint8Array; readonly key: string };

/** OPC UA security as a reader needs it: the log-in has been looked up, and goes to the server and nowhere else. */
export interface Security {
  readonly mode: 'None' | 'Sign' | 'SignAndEncrypt';
  readonly policy: 'None' | 'Basic256Sha256' | 'Aes128_Sha256_RsaOaep' | 'Aes256_Sha256_RsaPss';
  readonly user?: SecurityUser;
  /** The plant accepts in words that the password goes over an open channel. */
  readonly passwordOverNone?: true;
  /** The plant accepts in words that the server's trusted certificate was issued for another host. */
  readonly otherHostInCertificate?: true;
}

/** Everything that a reader needs to know of one controller. */
export interface Target {
  readonly controller: string;
  /** Of a redundant pair, in declared order; all of one protocol. */
  readonly endpoints: readonly [Endpoint, ...Endpoint[]];
  readonly wordOrder?: WordOrder;
  readonly pacing: Pacing;
  readonly security?: Security;
  /** Of files: what a person says of them. */
  readonly exported?: ExportTarget;
}
