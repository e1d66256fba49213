import type { NodeId } from './library.ts';

/** A node as a plant file writes it, by the URI of its namespace (Part 6 §5.3.1.10); by its index where the table has none. */
export function textOfNode(node: NodeId, namespaces: readonly string[]): string {
  const [, identifier = ''] = /^(?:ns=\d+;)?(.*)$/s.exec(node.toString()) ?? [];
  if (node.namespace === 0) return identifier;
  const uri = namespaces[node.namespace];
  if (uri === undefined) return `ns=${node.namespace};${identifier}`;
  return `nsu=${uri.replace(/%/g, '%25').replace(/;/g, '%3B')};${identifier}`;
}
