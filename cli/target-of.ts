import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MessageKey } from '../src/messages/index.ts';
import type { Controller, DeclaredSecurity, DeclaredUser, Plant } from '../src/plant/index.ts';
import type { Endpoint, SecurityUser, Target } from '../src/protocols/index.ts';
import type { Logins } from './logins.ts';

/** A log-in that the plant file names and that is not there or not usable; `message` says so, `name` is where it should be. */
export interface MissingSecret {
  readonly controller: string;
  readonly name: string;
  readonly message: MessageKey;
}

const noSecurity: DeclaredSecurity = { mode: 'None', policy: 'None' };

/** Log-ins that the plant file names, in the environment, in files or on the terminal, and that are not there. */
export function missingSecrets(plant: Plant, logins: Logins): readonly MissingSecret[] {
  return plant.controllers.flatMap(({ id, security }): readonly MissingSecret[] => {
    const user = security?.user;
    if (user === undefined || secretOf(id, user, logins) !== undefined) return [];
    if ('prompt' in user) return [{ controller: id, name: 'prompt: true', message: 'login.no-terminal' }];
    if ('env' in user) return [{ controller: id, name: user.env, message: 'cli.secret-missing' }];
    if ('file' in user) return [{ controller: id, name: user.file, message: 'cli.secret-missing' }];
    const name = `${user.certificate}, ${user.key}`;
    return [{ controller: id, name, message: 'trust.user-certificate-missing' }];
  });
}

/** What a reader is told of one endpoint of a controller; the log-in is looked up here and nowhere else. */
export function targetOf(
  controller: Controller,
  endpoint: Endpoint,
  logins: Logins,
  files: { readonly folder: string; readonly judgedAt?: number } = { folder: '.' },
): Target {
  const { id, wordOrder, pacing } = controller;
  const { user: declared, ...security } = controller.security ?? noSecurity;
  const user = declared === undefined ? undefined : secretOf(id, declared, logins);
  return {
    controller: id,
    endpoints: [endpoint],
    ...(wordOrder === undefined ? {} : { wordOrder }),
    pacing,
    ...(controller.exported === undefined ? {} : { exported: { ...controller.exported, ...files } }),
    security: { ...security, ...(user === undefined ? {} : { user }) },
  };
}

function secretOf(controller: string, user: DeclaredUser, { env, typed }: Logins): SecurityUser | undefined {
  try {
    if ('prompt' in user) return typed.get(controller);
    if ('env' in user) return loginIn(env[user.env]);
    if ('file' in user) return loginIn(readFileSync(user.file, 'utf8').trim());
    const certificate = new X509Certificate(readFileSync(user.certificate)).raw;
    const key = createPrivateKey(readFileSync(user.key)).export({ type: 'pkcs8', format: 'pem' });
    return { certificate, key: key.toString() };
  } catch {
    return undefined;
  }
}

/** `name:password` */
function loginIn(written: string | undefined): SecurityUser | undefined {
  const colon = written?.indexOf(':') ?? -1;
  return written === undefined || colon < 1
    ? undefined
    : { name: written.slice(0, colon), password: written.slice(colon + 1) };
}
