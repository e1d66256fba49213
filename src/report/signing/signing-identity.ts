import { createHash, createPrivateKey, type KeyObject, pbkdf2Sync, X509Certificate } from 'node:crypto';
import type { asn1 as Asn1, pkcs12 as Pkcs12 } from 'node-forge';

type Forge = typeof import('node-forge');

/** Who signs: a private key, its certificate, and the certificates above it that came along. */
export interface SigningIdentity {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  readonly chain: readonly X509Certificate[];
}

/** Why a key file cannot be used. */
export class UnusableIdentity extends Error {
  override readonly name = 'UnusableIdentity';

  constructor(readonly because: 'no-p12' | 'wrong-password' | 'no-key' | 'no-certificate' | 'kind-of-key') {
    super(because);
  }
}

/**
 * Opens a PKCS#12 file, old ciphers included. forge opens the envelope only: it writes Chinese names anew and wrongly, so
 * the certificates are taken as the bytes that they are. A file that cannot be used throws `UnusableIdentity`.
 */
export async function openSigningIdentity(p12: Uint8Array, password: string): Promise<SigningIdentity> {
  const { default: forge } = await import('node-forge');
  deriveNatively(forge);
  const { asn1, pki } = forge;
  let outer: Asn1.Asn1;
  try {
    outer = asn1.fromDer(Buffer.from(p12).toString('binary'));
  } catch {
    throw new UnusableIdentity('no-p12');
  }
  const envelope = openEnvelope(forge, outer, password);
  const der = (value: Asn1.Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'binary');
  const bags = envelope.safeContents.flatMap(({ safeBags }) => safeBags);
  const certificates = bags
    .filter(({ type }) => type === pki.oids['certBag'])
    .flatMap(({ asn1: raw, cert }) => {
      if (cert !== undefined && cert !== null) return [new X509Certificate(der(pki.certificateToAsn1(cert)))];
      return raw === undefined ? [] : [new X509Certificate(der(raw))];
    });
  const keys = bags
    .filter(({ type }) => type === pki.oids['pkcs8ShroudedKeyBag'] || type === pki.oids['keyBag'])
    .flatMap(({ asn1: raw, key }) => {
      if (key !== undefined && key !== null) return [der(pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)))];
      return raw === undefined ? [] : [der(raw)];
    });
  return identityOf(keys, certificates);
}

/**
 * forge derives keys and digests in JavaScript, a few hundred times slower than Node does; the results are the same. Only the
 * forms that PKCS#12 uses are replaced: derivation that is synchronous and names its digest, and SHA-1 and SHA-256.
 */
function deriveNatively({ md, pkcs5, util }: Forge): void {
  const bytes = (text: string): Buffer => Buffer.from(text, 'binary');
  type Derive = (password: string, salt: string, count: number, size: number, digest: { algorithm: string }) => string;
  const derive: Derive = (password, salt, count, size, { algorithm }) =>
    pbkdf2Sync(bytes(password), bytes(salt), count, size, algorithm).toString('binary');
  Object.assign(pkcs5, { pbkdf2: derive });
  for (const [algorithm, digestLength] of [
    ['sha1', 20],
    ['sha256', 32],
  ] as const) {
    const create = () => {
      let hash = createHash(algorithm);
      const digest = {
        algorithm,
        blockLength: 64,
        digestLength,
        start: () => {
          hash = createHash(algorithm);
          return digest;
        },
        update: (text: string, encoding?: string) => {
          hash.update(text, encoding === 'utf8' ? 'utf8' : 'binary');
          return digest;
        },
        digest: () => util.createBuffer(hash.digest('binary')),
      };
      return digest;
    };
    Object.assign(md[algorithm], { create });
  }
}

/**
 * forge takes one password for the seal and for the ciphers, but newer files want it in UTF-16 for the one and in UTF-8
 * for the others. A password beyond ASCII is therefore tried again without the seal: a wrong one does not decrypt.
 */
function openEnvelope({ pkcs12 }: Forge, outer: Asn1.Asn1, password: string): Pkcs12.Pkcs12Pfx {
  try {
    return pkcs12.pkcs12FromAsn1(outer, false, password);
  } catch (error) {
    const isPlain = /^[\x20-\x7e]*$/.test(password);
    if (isPlain) throw new UnusableIdentity(/password|MAC/i.test(String(error)) ? 'wrong-password' : 'no-p12');
  }
  const [version, contents] = Array.isArray(outer.value) ? outer.value : [];
  if (version === undefined || contents === undefined) throw new UnusableIdentity('no-p12');
  try {
    const inUtf8 = Buffer.from(password, 'utf8').toString('binary');
    return pkcs12.pkcs12FromAsn1({ ...outer, value: [version, contents] }, false, inUtf8);
  } catch {
    throw new UnusableIdentity('wrong-password');
  }
}

function identityOf(keys: readonly Buffer[], certificates: readonly X509Certificate[]): SigningIdentity {
  const [der] = keys;
  if (der === undefined) throw new UnusableIdentity('no-key');
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    throw new UnusableIdentity('kind-of-key');
  }
  const certificate = certificates.find((each) => each.checkPrivateKey(key));
  if (certificate === undefined) throw new UnusableIdentity('no-certificate');
  return { key, certificate, chain: certificates.filter((each) => each !== certificate) };
}
