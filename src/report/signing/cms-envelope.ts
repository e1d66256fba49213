import { createHash, type X509Certificate } from 'node:crypto';
import type { Attribute } from 'pkijs';

export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
};

/**
 * The attributes that are signed: the hash of the data, and the hashes of the signer's certificate and of those above it,
 * so that none of them can be exchanged (RFC 5035). No signing time: a PDF keeps its own (ETSI EN 319 142-1 §6.3).
 */
export async function signedAttributes(
  parts: readonly Uint8Array[],
  certificates: readonly X509Certificate[],
): Promise<readonly Attribute[]> {
  const [asn1js, pkijs] = await Promise.all([import('asn1js'), import('pkijs')]);
  const hashOf = (...pieces: readonly Uint8Array[]) => {
    const hash = createHash('sha256');
    for (const piece of pieces) hash.update(piece);
    return new asn1js.OctetString({ valueHex: exact(hash.digest()) });
  };
  const certificateIds = certificates.map((each) => new asn1js.Sequence({ value: [hashOf(each.raw)] }));
  const named = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: certificateIds })] });
  return [
    new pkijs.Attribute({ type: oid.contentType, values: [new asn1js.ObjectIdentifier({ value: oid.data })] }),
    new pkijs.Attribute({ type: oid.messageDigest, values: [hashOf(...parts)] }),
    new pkijs.Attribute({ type: oid.signingCertificateV2, values: [named] }),
    // DER wants the members of a set in the order of their bytes.
  ].sort((a, b) => Buffer.compare(Buffer.from(a.toSchema().toBER()), Buffer.from(b.toSchema().toBER())));
}

/** The envelope around signed attributes, their signature and the certificates, the signer's first; always the same bytes. */
export async function encodeEnvelope(
  certificates: readonly X509Certificate[],
  attributes: readonly Attribute[],
  signature: Uint8Array,
): Promise<Uint8Array> {
  const [asn1js, pkijs] = await Promise.all([import('asn1js'), import('pkijs')]);
  const parsed = certificates.map((each) => pkijs.Certificate.fromBER(exact(each.raw)));
  const [signer] = parsed;
  if (signer === undefined) throw new Error('a signature needs a certificate');
  const isRsa = certificates[0]?.publicKey.asymmetricKeyType === 'rsa';
  const none = new asn1js.Null();
  const sha256 = () => new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: none });
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
    digestAlgorithm: sha256(),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: [...attributes] }),
    signatureAlgorithm: new pkijs.AlgorithmIdentifier(
      isRsa ? { algorithmId: oid.sha256WithRsa, algorithmParams: none } : { algorithmId: oid.ecdsaWithSha256 },
    ),
    signature: new asn1js.OctetString({ valueHex: exact(signature) }),
  });
  const signed = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: parsed,
    signerInfos: [info],
  });
  const envelope = new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) });
  return new Uint8Array(envelope.toSchema().toBER());
}

/** The bytes alone, without the rest of a shared buffer. */
export function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
