/**
 * Aborts at the first interrupt, so that sessions are ended and the record is closed; a second one ends the process. The
 * handler stays in place until `dispose`: what draws on a terminal kills a process whose last handler has gone.
 */
export function stopOnInterrupt(): { readonly signal: AbortSignal; dispose(): void } {
  const stop = new AbortController();
  const onInterrupt = () => {
    if (!stop.signal.aborted) {
      stop.abort();
      return;
    }
    process.removeListener('SIGINT', onInterrupt);
    process.kill(process.pid, 'SIGINT');
  };
  process.on('SIGINT', onInterrupt);
  return { signal: stop.signal, dispose: () => void process.removeListener('SIGINT', onInterrupt) };
}
