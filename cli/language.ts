import type { Language } from '../src/messages/index.ts';

/**
 * `--lang`, else the language of the locale, else that of the system, else Chinese: the users' language. Looked up before
 * options are parsed, since help needs it. An empty variable counts as not set, as POSIX has it.
 */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv, systemLocale?: string): Language {
  const at = argv.indexOf('--lang');
  const asked =
    argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) ?? (at < 0 ? undefined : argv[at + 1]);
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = env['TRIPLINE_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || (systemLocale ?? '');
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
