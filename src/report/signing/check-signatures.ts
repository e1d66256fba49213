import type { X509Certificate } from 'node:crypto';
import { isDictionary, PdfFile, PdfName, type PdfObject, PdfString, type Revision } from '../pdf-file/index.ts';
import { checkDetached } from './check-detached.ts';
import { foreignChanges } from './foreign-changes.ts';
import { type SignatureField, signatureFields } from './signature-fields.ts';

/** One signature, held against the file. */
export interface SignatureVerdict {
  readonly field: string;
  readonly holds: boolean;
  /** Why it does not hold. */
  readonly because?: 'range' | 'padding' | 'cms' | 'form';
  readonly detail?: string;
  /** It says that this tool signed, so its envelope has to be exactly as this tool writes it. */
  readonly isOurs: boolean;
  /** Who signed; absent where the signature cannot be read. */
  readonly certificate?: X509Certificate;
  /** `D:20180201100000+08'00'`: a claim of the signer's clock. */
  readonly claimedAt?: string;
  readonly reason?: string;
}

/** All signatures of a PDF, oldest first, and what stands in the file beside them. */
export interface SignatureReport {
  readonly signatures: readonly SignatureVerdict[];
  /** The report as it was drawn, before anybody signed. */
  readonly drawn: Uint8Array;
  /** The newest signature covers the file to its last byte; true also without any signature. */
  readonly covered: boolean;
  /** Objects that a later revision added or changed and no signature needed, per revision. */
  readonly foreign: readonly string[];
}

/** Checks every signature of a PDF over its bytes. Bytes that are no PDF throw; a signature never does. */
export async function checkSignatures(pdf: Uint8Array): Promise<SignatureReport> {
  const file = new PdfFile(pdf);
  const oldest = file.revisions.at(-1);
  if (oldest === undefined) throw new Error('a PDF without a trailer');
  const fields = signatureFields(file);
  const signatures: SignatureVerdict[] = [];
  for (const field of fields) signatures.push(await checkOne(pdf, field, file.revisions));
  const ends = fields.map(({ dictionary }) => endOf(dictionary.get('ByteRange')));
  return {
    signatures,
    drawn: pdf.subarray(0, fields.length === 0 ? pdf.length : oldest.end),
    covered: fields.length === 0 || ends.includes(pdf.length),
    foreign: foreignChanges(pdf),
  };
}

async function checkOne(
  pdf: Uint8Array,
  { name, dictionary }: SignatureField,
  revisions: readonly Revision[],
): Promise<SignatureVerdict> {
  const [claimed, reason] = [dictionary.get('M'), dictionary.get('Reason')];
  const said = {
    field: name,
    isOurs: false,
    ...(claimed instanceof PdfString ? { claimedAt: claimed.text() } : {}),
    ...(reason instanceof PdfString ? { reason: reason.text() } : {}),
  };
  const range = dictionary.get('ByteRange');
  const [zero, open, close, rest] = Array.isArray(range) ? range : [];
  const ends = new Set(revisions.map((revision) => revision.end));
  if (zero !== 0 || typeof open !== 'number' || typeof close !== 'number' || typeof rest !== 'number') {
    return { ...said, holds: false, because: 'range' };
  }
  if (open >= close || !ends.has(close + rest)) return { ...said, holds: false, because: 'range' };
  const cms = contentsIn(Buffer.from(pdf.subarray(open, close)).toString('latin1'));
  const stated = dictionary.get('Contents');
  if (cms === undefined || !(stated instanceof PdfString) || Buffer.compare(stated.bytes, cms.padded) !== 0) {
    return { ...said, holds: false, because: 'padding' };
  }
  const data = Buffer.concat([pdf.subarray(0, open), pdf.subarray(close, close + rest)]);
  const { holds, isOurForm, because, certificate } = await checkDetached(cms.signature, data);
  const isOurs = isSigningProgram(dictionary.get('Prop_Build'));
  return {
    ...said,
    holds: holds && (isOurForm || !isOurs),
    isOurs,
    ...(holds ? (isOurForm || !isOurs ? {} : { because: 'form' as const }) : { because: 'cms' as const }),
    ...(because === undefined ? {} : { detail: because }),
    ...(certificate === undefined ? {} : { certificate }),
  };
}

/**
 * The signature between `<` and `>`, and nothing but zeros behind it: no signature covers these bytes, so each of them
 * must be what it has to be, the case of its letters included.
 */
function contentsIn(written: string): { readonly signature: Uint8Array; readonly padded: Uint8Array } | undefined {
  const digits = /^<((?:[0-9a-f]{2})+|(?:[0-9A-F]{2})+)>$/.exec(written)?.[1];
  if (digits === undefined) return undefined;
  const padded = Buffer.from(digits, 'hex');
  const length = lengthOfDer(padded);
  if (length === undefined || padded.subarray(length).some((byte) => byte !== 0)) return undefined;
  return { signature: padded.subarray(0, length), padded };
}

function lengthOfDer(bytes: Buffer): number | undefined {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return undefined;
  if (first < 0x80) return 2 + first;
  const width = first & 0x7f;
  if (width === 0 || width > 4 || bytes.length < 2 + width) return undefined;
  const total = 2 + width + bytes.readUIntBE(2, width);
  return total <= bytes.length ? total : undefined;
}

/** Whether a signature names this tool as its program; the signature covers that entry. */
function isSigningProgram(build: PdfObject | undefined): boolean {
  const app = isDictionary(build) ? build.get('App') : undefined;
  const name = isDictionary(app) ? app.get('Name') : undefined;
  return name instanceof PdfName && name.name === 'Tripline';
}

function endOf(range: PdfObject | undefined): number | undefined {
  const [, , close, rest] = Array.isArray(range) ? range : [];
  return typeof close === 'number' && typeof rest === 'number' ? close + rest : undefined;
}
