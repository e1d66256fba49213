export { checkSignatures, type SignatureReport, type SignatureVerdict } from './check-signatures.ts';
export { holderOf } from './distinguished-name.ts';
export { signReport } from './sign-report.ts';
export { openSigningIdentity, UnusableIdentity } from './signing-identity.ts';
