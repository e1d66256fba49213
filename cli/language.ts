import type { Language } from '../src/messages/index.ts';

/** `--lang`, else the language of the locale, else Chinese: the users' language. Looked up before options are parsed, since help needs it. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = argv.indexOf('--lang');
  const asked =
    argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) ?? (at < 0 ? undefined : argv[at + 1]);
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = env['TRIPLINE_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return locale.startsWith('en') ? 'en' : 'zh';
}
