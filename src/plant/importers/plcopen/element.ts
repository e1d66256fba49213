/** One element of a parsed document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly unknown[];
}

/** What the parser calls a node is an object with one key beside its attributes. */
export function elementOf(node: unknown): Element {
  if (typeof node !== 'object' || node === null) return { name: '', attributes: {}, children: [] };
  const entries = Object.entries(node);
  const [name = '', children] = entries.find(([key]) => key !== ':@') ?? [];
  const written: unknown = entries.find(([key]) => key === ':@')?.[1] ?? {};
  const pairs = typeof written === 'object' && written !== null ? Object.entries(written) : [];
  return {
    name,
    attributes: Object.fromEntries(pairs.map(([key, value]) => [key, String(value)])),
    children: listOf(children),
  };
}

/** The members of a list; none where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
