import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { words } from './written-forms.ts';

/** `{ env: DCS_USER }`, `{ file: dcs-user.txt }`, `{ prompt: true }` or `{ certificate: user.der, key: user.pem }`: where the log-in stands. Anything else might be the log-in itself. */
const user = noun({
  env: words.exactOptional(),
  file: words.exactOptional(),
  prompt: z
    .literal('true')
    .transform(() => true as const)
    .exactOptional(),
  certificate: words.exactOptional(),
  key: words.exactOptional(),
}).transform(({ env, file, prompt, certificate, key }, context) => {
  if (prompt !== undefined) {
    const isAlone = env === undefined && file === undefined && certificate === undefined && key === undefined;
    return isAlone ? { prompt } : refuse(context, text('plant.user-form'));
  }
  if (certificate !== undefined && key !== undefined && env === undefined && file === undefined) {
    return { certificate, key };
  }
  if (certificate !== undefined || key !== undefined) return refuse(context, text('plant.user-form'));
  if (env !== undefined && file === undefined) {
    return /^[A-Za-z_]\w*$/.test(env) ? { env } : refuse(context, text('plant.environment-variable-form'), 'env');
  }
  return file !== undefined && env === undefined ? { file } : refuse(context, text('plant.user-form'));
});

/** OPC UA security; secrets are named, never written. */
export const securitySchema = noun({
  mode: z.enum(['None', 'Sign', 'SignAndEncrypt']),
  policy: z.enum(['None', 'Basic256Sha256', 'Aes128_Sha256_RsaOaep', 'Aes256_Sha256_RsaPss']),
  user: user.exactOptional(),
  password_over_none: z.literal('accepted').exactOptional(),
  other_host_in_certificate: z.literal('accepted').exactOptional(),
}).transform(({ password_over_none: accepted, other_host_in_certificate: otherHost, ...declared }, context) => {
  const written = otherHost === undefined ? declared : { ...declared, otherHostInCertificate: true as const };
  const { mode, policy, user: logsIn } = written;
  if ((mode === 'None') !== (policy === 'None')) {
    return refuse(context, text('plant.security-mismatch', { mode, policy }), 'policy');
  }
  if (otherHost !== undefined && mode === 'None')
    return refuse(context, text('plant.other-host-without-certificate'), 'other_host_in_certificate');
  const inClear = mode === 'None' && logsIn !== undefined && !('certificate' in logsIn);
  if (inClear && accepted === undefined) return refuse(context, text('plant.password-over-none'), 'user');
  return accepted === undefined ? written : { ...written, passwordOverNone: true as const };
});
