/** Colour only on a terminal, and never where NO_COLOR is set to anything or the terminal is a dumb one. */
export function colourOf(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
