import type { ControllerRecord, Resumption } from './record.ts';
import type { Seen } from './running-coverage.ts';

/** What happens while controllers are read, for somebody who waits. Times in ms. */
export type CollectProgress =
  /** One look at a controller is done; `tags` gave a reading in it. `leftMs`: what the window still asks for. */
  | {
      readonly kind: 'round';
      readonly controller: string;
      readonly round: number;
      readonly of: number;
      readonly asked: number;
      readonly tags: readonly string[];
      readonly leftMs: number;
    }
  /** A controller has been left. */
  | { readonly kind: 'controller'; readonly record: ControllerRecord };

/** What happens in an audit, for somebody who waits; nothing of it is evidence. */
export type AuditProgress =
  | { readonly kind: 'resumed'; readonly id: string; readonly resumption: Resumption }
  /** The plan stands; `estimateMs` is what reading will take if every answer comes in time. */
  | {
      readonly kind: 'planned';
      readonly windowMs: number;
      readonly controllers: readonly {
        readonly id: string;
        readonly endpoint: string;
        readonly asked: number;
        readonly estimateMs: number;
      }[];
      readonly seen: Seen;
    }
  | (CollectProgress & { readonly seen: Seen })
  /** Everything has been read. */
  | { readonly kind: 'judging'; readonly judgements: number };
