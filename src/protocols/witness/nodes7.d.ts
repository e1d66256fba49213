/** The part of nodes7 0.3.18 that the witness uses; the package has no types of its own. */
declare module 'nodes7' {
  class NodeS7 {
    constructor(options: { readonly silent: boolean });
    requestMaxPDU: number;
    requestMaxParallel: number;
    initiateConnection(
      at: {
        readonly host: string;
        readonly port: number;
        readonly rack: number;
        readonly slot: number;
        readonly timeout: number;
      },
      done: (error?: unknown) => void,
    ): void;
    setTranslationCB(translate: (name: string) => string): void;
    addItems(names: readonly string[]): void;
    readAllItems(done: (anyBad: boolean, values: Readonly<Record<string, unknown>>) => void): void;
    dropConnection(done: () => void): void;
  }
  export default NodeS7;
}
