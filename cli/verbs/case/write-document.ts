import { writeFileSync } from 'node:fs';
import { systemClock } from '../../../src/protocols/index.ts';
import { draftKinds, draftOf, registerState } from '../../../src/rectification/index.ts';
import { draftMarkdown } from '../../../src/report/index.ts';
import { calendarDate, localDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import { openRegister } from '../../open-register.ts';
import { openSettings } from '../../open-settings.ts';
import type { Terminal } from '../../terminal.ts';

/** The options of `case document`. */
export interface DocumentOptions {
  readonly kind: string;
  readonly register?: string;
  readonly audit?: string;
  readonly date?: string;
  readonly settings?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Drafts a document of cases, or a confirmation of an audit, as Markdown or as data. */
export function writeDocument(ids: readonly string[], options: DocumentOptions, io: Terminal): number {
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
  const written =
    options.json === true ? `${JSON.stringify(drafted.draft, null, 2)}\n` : draftMarkdown(drafted.draft, io.language);
  if (options.out === undefined) io.print(written.trimEnd());
  else writeFileSync(options.out, written);
  return exitCode.done;
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
