import { type MessageKey, text } from '../../messages/index.ts';
import type { OpcuaAddress } from '../address.ts';
import type { DataType } from '../data-type.ts';
import type { Parsed } from '../parsed.ts';

/** Part 6 §5.3.1.10: `ns=<index>;<type>=<value>` or `nsu=<uri>;<type>=<value>`; without a namespace it is the standard's own. */
const form = /^(?:ns=(?<index>\d+);|nsu=(?<uri>[^;]+);)?(?<kind>[isgb])=(?<identifier>.*)$/s;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads an OPC UA node address and gives it in its one canonical spelling, so that equal nodes compare equal.
 * Every declared type fits: the server's variant says what the value is. Blanks around the address do not count.
 */
export function parseOpcuaAddress(written: string, _type: DataType): Parsed<OpcuaAddress> {
  const trimmed = written.trim();
  const refuse = (key: MessageKey) => ({ ok: false, because: text(key, { written: trimmed }) }) as const;

  const { index, uri, kind = '', identifier = '' } = form.exec(trimmed)?.groups ?? {};
  if (kind === '') return refuse('opcua.address-form');
  if (Number(index ?? 0) > 65_535) return refuse('opcua.address-namespace');
  const canonical = canonicalIdentifier(kind, identifier);
  if (canonical === undefined) return refuse(wrongIdentifier[kind] ?? 'opcua.address-form');
  const namespaceUri = uri === undefined ? undefined : unescapeUri(uri);
  if (namespaceUri === null) return refuse('opcua.address-uri');

  const nodeId = Number(index ?? 0) === 0 ? `${kind}=${canonical}` : `ns=${Number(index)};${kind}=${canonical}`;
  return { ok: true, value: { protocol: 'opcua', nodeId, ...(namespaceUri === undefined ? {} : { namespaceUri }) } };
}

const wrongIdentifier: Readonly<Record<string, MessageKey>> = {
  i: 'opcua.address-numeric',
  s: 'opcua.address-string',
  g: 'opcua.address-guid',
  b: 'opcua.address-opaque',
};

function canonicalIdentifier(kind: string, written: string): string | undefined {
  switch (kind) {
    case 'i':
      return /^\d{1,10}$/.test(written) && Number(written) <= 0xffffffff ? String(Number(written)) : undefined;
    case 's':
      return written.length > 0 && written.length <= 4096 ? written : undefined;
    case 'g':
      return guid.test(written) ? written.toLowerCase() : undefined;
    default:
      return canonicalBase64(written);
  }
}

function canonicalBase64(written: string): string | undefined {
  const encoded = Buffer.from(written, 'base64').toString('base64');
  return encoded.length > 0 && encoded.replace(/=+$/, '') === written.replace(/=+$/, '') ? encoded : undefined;
}

/** Part 6 §5.3.1.10: in a namespace URI `;` and `%` are escaped as `%3B` and `%25`, and nothing else is; null when it is not so. */
function unescapeUri(uri: string): string | null {
  if (/%(?!25|3b)/i.test(uri)) return null;
  return uri.replace(/%3b/gi, ';').replace(/%25/g, '%');
}
