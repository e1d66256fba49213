import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { confirmationSchema, localDate } from '../../../src/rules/index.ts';
import { addConfirmation, confirmationsFile } from '../../confirmations.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';

/** Raises a fact by a document of the user: its hash, its name and who vouches for it are kept, and stand in every later report. */
export function confirmFact(
  fact: string,
  options: { readonly document: string; readonly by: string; readonly file?: string },
  io: Terminal,
): number {
  const bytes = read(options.document);
  if (bytes === undefined) {
    io.fail('rulebase.no-document', { file: options.document });
    return exitCode.usage;
  }
  const parsed = confirmationSchema.safeParse({
    fact,
    document: basename(options.document),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    by: options.by,
    on: localDate(Date.now()),
  });
  if (!parsed.success) {
    io.fail('rulebase.no-fact', { fact });
    return exitCode.usage;
  }
  const file = options.file ?? confirmationsFile();
  if (!addConfirmation(file, parsed.data, io)) {
    io.fail('pack-fault.no-confirmations', { file });
    return exitCode.usage;
  }
  const { document, sha256, by } = parsed.data;
  io.print(io.say('rulebase.confirmed', { fact, document, sha256, by, file }));
  return exitCode.done;
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
