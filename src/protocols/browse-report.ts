import type { Fault } from './fault.ts';

/** One node of an address space; what the server did not say of it is absent. */
export interface BrowsedNode {
  /** `nsu=<uri>;s=…`: an index may change, a namespace URI does not. */
  readonly nodeId: string;
  /** Browse names from the Objects folder on, joined by `/`. */
  readonly path: string;
  readonly nodeClass: 'Object' | 'Variable';
  readonly dataType?: string;
  /** The bits of AccessLevel and UserAccessLevel. */
  readonly accessLevel?: number;
  readonly userAccessLevel?: number;
  readonly description?: string;
}

/** What looking through an address space gave. */
export interface BrowseReport {
  readonly endpoint: string;
  /** Why nothing could be asked, or nothing more. */
  readonly fault?: Fault;
  readonly nodes: readonly BrowsedNode[];
  /** Nodes that did not tell what is below them, by path. */
  readonly unseen: readonly { readonly path: string; readonly fault: Fault }[];
  /** False where the limit of nodes was reached. */
  readonly isWhole: boolean;
  readonly requests: number;
}
