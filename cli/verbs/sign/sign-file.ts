import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import {
  checkSignatures,
  holderOf,
  openSigningIdentity,
  signReport,
  UnusableIdentity,
} from '../../../src/report/index.ts';
import { localDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { readPassword } from './read-password.ts';
import type { Options } from './verb.ts';

/** Signs a file in place, or into `--out`; a failure leaves it as it was. */
export async function signFile(file: string, options: Options, io: Terminal): Promise<number> {
  const [pdf, p12] = await Promise.all([contents(file, io), contents(options.p12, io)]);
  if (pdf === undefined || p12 === undefined) return exitCode.usage;
  const password = await readPassword(options.passwordFile, io);
  if (password === undefined) return exitCode.usage;
  try {
    const before = await checkSignatures(pdf);
    const broken = before.signatures.find(({ holds }) => !holds);
    if (broken !== undefined || !before.covered) {
      io.fail('sign.refused', { file, field: broken?.field ?? '' });
      return exitCode.notSatisfied;
    }
    const identity = await openSigningIdentity(p12, password);
    const { role } = options;
    const signed = await signReport(pdf, identity, {
      language: io.language,
      claimedAt: new Date(),
      ...(role === undefined ? {} : { role }),
    });
    const out = options.out ?? file;
    await replace(out, signed);
    const { validFrom, validTo, fingerprint256 } = identity.certificate;
    io.print(
      io.say('sign.done', { file: out, holder: holderOf(identity.certificate), count: before.signatures.length + 1 }),
    );
    io.print(
      io.say('sign.certificate', {
        from: localDate(Date.parse(validFrom)),
        to: localDate(Date.parse(validTo)),
        fingerprint: fingerprint256,
      }),
    );
    return exitCode.done;
  } catch (error) {
    if (error instanceof UnusableIdentity) io.fail(`sign.unusable-${error.because}`, { file: options.p12 });
    else io.fail('sign.unreadable', { file, message: error instanceof Error ? error.message : String(error) });
    return exitCode.usage;
  }
}

async function contents(file: string, io: Terminal): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    io.fail('sign.unreadable', { file, message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
