import { readFileSync } from 'node:fs';
import type { Controller, Plant } from '../../../src/plant/index.ts';
import type { Endpoint, Target } from '../../../src/protocols/index.ts';

/** Environment variables or files that the plant file names for log-ins and that are not there. */
export function missingSecrets(plant: Plant, env: NodeJS.ProcessEnv): readonly { controller: string; name: string }[] {
  return plant.controllers.flatMap((controller) => {
    const user = controller.security?.user;
    if (user === undefined) return [];
    const name = 'env' in user ? user.env : user.file;
    return secretOf(user, env) === undefined ? [{ controller: controller.id, name }] : [];
  });
}

/** What a reader is told of one endpoint of a controller; the log-in (`name:password`) is looked up here and nowhere else. */
export function targetOf(controller: Controller, endpoint: Endpoint, env: NodeJS.ProcessEnv): Target {
  const { id, wordOrder, pacing, security } = controller;
  const secret = security?.user === undefined ? undefined : secretOf(security.user, env);
  return {
    controller: id,
    endpoints: [endpoint],
    ...(wordOrder === undefined ? {} : { wordOrder }),
    pacing,
    ...(security === undefined
      ? {}
      : {
          security: { mode: security.mode, policy: security.policy, ...(secret === undefined ? {} : { user: secret }) },
        }),
  };
}

function secretOf(
  user: { readonly env: string } | { readonly file: string },
  env: NodeJS.ProcessEnv,
): { readonly name: string; readonly password: string } | undefined {
  let written: string | undefined;
  try {
    written = 'env' in user ? env[user.env] : readFileSync(user.file, 'utf8').trim();
  } catch {
    return undefined;
  }
  const colon = written?.indexOf(':') ?? -1;
  return written === undefined || colon < 1
    ? undefined
    : { name: written.slice(0, colon), password: written.slice(colon + 1) };
}
