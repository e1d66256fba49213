import { existsSync, writeFileSync } from 'node:fs';
import { systemClock } from '../../../src/protocols/index.ts';
import { type Draft, draftKinds, draftOf, registerState } from '../../../src/rectification/index.ts';
import { draftMarkdown, draftPdf, MissingGlyph } from '../../../src/report/index.ts';
import { calendarDate, localDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import { openRegister } from '../../open-register.ts';
import { openSettings } from '../../open-settings.ts';
import type { Terminal } from '../../terminal.ts';
import { version } from '../../version.ts';

/** The options of `case document`. */
export interface DocumentOptions {
  readonly kind: string;
  readonly register?: string;
  readonly audit?: string;
  readonly date?: string;
  readonly settings?: string;
  readonly out?: string;
  readonly json?: boolean;
  /** For a PDF: a font file of the user's own for running text. */
  readonly bodyFont?: string;
}

/** Drafts a document of cases, or a confirmation of an audit: as a PDF where `--out` says so, else as Markdown or as data. */
export async function writeDocument(ids: readonly string[], options: DocumentOptions, io: Terminal): Promise<number> {
  const kind = draftKinds.find((one) => one === options.kind);
  if (kind === undefined) {
    io.fail('cli.bad-option', { option: '--kind', value: options.kind, expected: draftKinds.join(' ') });
    return exitCode.usage;
  }
  const date = options.date ?? localDate(systemClock.now().utc);
  if (!calendarDate.safeParse(date).success) {
    io.fail('cli.bad-option', { option: '--date', value: date, expected: '2018-02-01' });
    return exitCode.usage;
  }
  const settings = openSettings(options.settings, io);
  const record = options.audit === undefined ? undefined : openRecord(options.audit, io);
  const cases = casesOf(ids, options.register, date, io);
  if (settings === undefined || cases === undefined) return exitCode.usage;
  if (options.audit !== undefined && record === undefined) return exitCode.usage;
  const drafted = draftOf(kind, { cases, date, settings, ...(record === undefined ? {} : { record }) });
  if (!drafted.ok) {
    io.fail(drafted.because.key, drafted.because.with);
    return exitCode.usage;
  }
  if (options.out?.endsWith('.pdf') === true && options.json !== true) {
    return writePaper(drafted.draft, options.out, { date, bodyFont: options.bodyFont }, io);
  }
  const written =
    options.json === true ? `${JSON.stringify(drafted.draft, null, 2)}\n` : draftMarkdown(drafted.draft, io.language);
  if (options.out === undefined) io.print(written.trimEnd());
  else writeFileSync(options.out, written);
  return exitCode.done;
}

async function writePaper(
  draft: Draft,
  out: string,
  { date, bodyFont }: { readonly date: string; readonly bodyFont: string | undefined },
  io: Terminal,
): Promise<number> {
  if (bodyFont !== undefined && !existsSync(bodyFont)) {
    io.fail('cli.no-such-font', { file: bodyFont });
    return exitCode.usage;
  }
  try {
    const pdf = await draftPdf(draft, {
      language: io.language,
      date: new Date(`${date}T00:00:00+08:00`),
      creator: `tripline ${version}`,
      ...(bodyFont === undefined ? {} : { bodyFont }),
    });
    writeFileSync(out, pdf);
    return exitCode.done;
  } catch (error) {
    if (!(error instanceof MissingGlyph)) throw error;
    const { character, code, within } = error;
    io.fail('cli.missing-glyph', { character, code, within });
    return exitCode.usage;
  }
}

/** The cases as they stood on the day of the paper; says which is not there and gives undefined. */
function casesOf(ids: readonly string[], file: string | undefined, on: string, io: Terminal) {
  if (file === undefined) return [];
  const register = openRegister(file, io);
  if (register === undefined) return undefined;
  try {
    const { cases } = registerState(register.entries(), on);
    const unknown = ids.find((id) => !cases.has(id));
    if (unknown !== undefined) {
      io.fail('rectification.no-case', { case: unknown });
      return undefined;
    }
    return ids.flatMap((id) => cases.get(id) ?? []);
  } finally {
    register.close();
  }
}
