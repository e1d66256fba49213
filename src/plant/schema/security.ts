import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { words } from './written-forms.ts';

/** `{ env: DCS_USER }` or `{ file: dcs-user.txt }`: where the log-in stands. Anything else might be the log-in itself. */
const user = noun({
  env: words.exactOptional(),
  file: words.exactOptional(),
}).transform(({ env, file }, context) => {
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
}).transform((written, context) =>
  (written.mode === 'None') === (written.policy === 'None')
    ? written
    : refuse(context, text('plant.security-mismatch', { mode: written.mode, policy: written.policy }), 'policy'),
);
