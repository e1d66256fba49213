import { sign } from 'node:crypto';
import { encodeEnvelope, signedAttributes } from './cms-envelope.ts';
import { type SigningIdentity, UnusableIdentity } from './signing-identity.ts';

/** A detached CMS signature over `parts`, one behind the other, in the form of CAdES baseline B: SHA-256 with an RSA or an EC key. */
export async function signDetached(
  parts: readonly Uint8Array[],
  { key, certificate, chain }: SigningIdentity,
): Promise<Uint8Array> {
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') throw new UnusableIdentity('kind-of-key');
  const [asn1js, certificates] = [await import('asn1js'), [certificate, ...chain]];
  const attributes = await signedAttributes(parts, certificates);
  const written = new asn1js.Set({ value: attributes.map((each) => each.toSchema()) }).toBER();
  return encodeEnvelope(certificates, attributes, sign('sha256', Buffer.from(written), key));
}
