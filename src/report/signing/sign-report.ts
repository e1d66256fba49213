import { fontFile } from '../renderers/pdf/font-file.ts';
import { voiceOf } from '../words/index.ts';
import { holderOf, nameIn } from './distinguished-name.ts';
import { openOutlines } from './outline-text.ts';
import { signPdf } from './sign-pdf.ts';
import type { SigningIdentity } from './signing-identity.ts';

/** What the signer says beside the name. */
export interface SigningParticulars {
  readonly language: 'zh' | 'en';
  /** In which capacity, such as 检查人员 or 检验机构. */
  readonly role?: string;
  readonly claimedAt: Date;
}

/** Signs a report, visibly, behind the signatures that it has already. A PDF that cannot be read throws. */
export async function signReport(
  pdf: Uint8Array,
  identity: SigningIdentity,
  { language, role, claimedAt }: SigningParticulars,
): Promise<Uint8Array> {
  const voice = voiceOf(language);
  const { certificate } = identity;
  const holder = holderOf(certificate);
  const organisation = nameIn(certificate.subject, 'O');
  const at = new Date(claimedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const lines = [
    role === undefined ? holder : `${role}  ${holder}`,
    ...(organisation === undefined || organisation === holder ? [] : [organisation]),
    voice.say('sign.claimed-at', { at }),
    voice.say('sign.serial', { serial: certificate.serialNumber.slice(-16) }),
  ];
  const reason = voice.say('sign.reason', { role: role ?? '' }).trim();
  const font = await openOutlines(fontFile('sans'));
  try {
    return await signPdf(pdf, identity, { claimedAt, reason, lines }, font);
  } finally {
    font.close();
  }
}
