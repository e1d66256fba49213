/** `3f2a 9c01 …`: the short form of a SHA-256 that two parties can read to each other. */
export function shortHash(sha256: string): string {
  return `${groups(sha256).slice(0, 2).join(' ')} …`;
}

/** `3f2a 9c01`: the same to be written and compared by hand. */
export function spokenHash(sha256: string): string {
  return groups(sha256).slice(0, 2).join(' ');
}

/** All of a SHA-256 in groups of four, eight to a line. */
export function groupedHash(sha256: string): string {
  const all = groups(sha256);
  return [all.slice(0, 8), all.slice(8)].map((line) => line.join(' ')).join('\n');
}

function groups(sha256: string): readonly string[] {
  return sha256.match(/.{1,4}/g) ?? [];
}
