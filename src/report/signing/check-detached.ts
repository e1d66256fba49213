import { createHash, X509Certificate } from 'node:crypto';
import type { SignedData } from 'pkijs';
import { encodeEnvelope, exact, oid } from './cms-envelope.ts';

/** What a detached signature turned out to be. */
export interface CheckedSignature {
  /** The signature holds over the data, and its signed attributes hold together. */
  readonly holds: boolean;
  /** Byte for byte as `signDetached` writes it: the parts that no signature covers are what they have to be. */
  readonly isOurForm: boolean;
  readonly because?: string;
  readonly certificate?: X509Certificate;
}

/** Checks a detached CMS signature over `data`. Never throws: bytes that are no signature do not hold. */
export async function checkDetached(cms: Uint8Array, data: Uint8Array): Promise<CheckedSignature> {
  const pkijs = await import('pkijs');
  try {
    const envelope = pkijs.ContentInfo.fromBER(exact(cms));
    const signed = new pkijs.SignedData({ schema: envelope.content });
    const result = await signed.verify({ signer: 0, data: exact(data), checkChain: false, extendedMode: true });
    const raw = (each: { toSchema(): { toBER(): ArrayBuffer } }) => {
      return new X509Certificate(Buffer.from(each.toSchema().toBER()));
    };
    const certificates = (signed.certificates ?? []).flatMap((each) => {
      return each instanceof pkijs.Certificate ? [raw(each)] : [];
    });
    const certificate = result.signerCertificate == null ? undefined : raw(result.signerCertificate);
    const holds = result.signatureVerified === true;
    const isFirst = certificate !== undefined && certificates[0]?.fingerprint256 === certificate.fingerprint256;
    return {
      holds,
      isOurForm: holds && isFirst && Buffer.compare(await ourForm(signed, certificates), Buffer.from(cms)) === 0,
      ...(holds ? {} : { because: result.message }),
      ...(certificate === undefined ? {} : { certificate }),
    };
  } catch (error) {
    return { holds: false, isOurForm: false, because: error instanceof Error ? error.message : String(error) };
  }
}

/** The envelope as we would write it around the same attributes, signature and certificates; empty where the attributes name others. */
async function ourForm(signed: SignedData, certificates: readonly X509Certificate[]): Promise<Uint8Array> {
  const nothing = new Uint8Array();
  const [info] = signed.signerInfos;
  if (info?.signedAttrs === undefined) return nothing;
  const { attributes } = info.signedAttrs;
  const named = attributes.find(({ type }) => type === oid.signingCertificateV2);
  if (named === undefined) return nothing;
  const hashes = certificates.map((each) => createHash('sha256').update(each.raw).digest('hex'));
  const ids = hashes.map((hash) => `30220420${hash}`).join('');
  if (!Buffer.from(named.toSchema().toBER()).toString('hex').endsWith(ids)) return nothing;
  return encodeEnvelope(certificates, attributes, new Uint8Array(info.signature.valueBlock.valueHexView));
}
