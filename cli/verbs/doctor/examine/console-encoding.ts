import { text } from '../../../../src/messages/index.ts';
import type { Symptom } from '../symptom.ts';

/** Whether the terminal will show Chinese: Node writes UTF-8, whatever the console expects. */
export function consoleEncoding(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, isTerminal: boolean): Symptom {
  const well: Symptom = { of: 'console', is: 'well', says: text('doctor.console-utf8') };
  if (!isTerminal) return { of: 'console', is: 'well', says: text('doctor.console-none') };
  if (platform === 'win32') {
    // Windows Terminal and the terminals of editors are UTF-8; the old console has the code page of the system.
    const isModern = env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined;
    if (isModern) return well;
    return {
      of: 'console',
      is: 'remark',
      says: text('doctor.console-old'),
      advice: text('doctor.console-windows-advice'),
    };
  }
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  if (/utf-?8/i.test(locale)) return well;
  const says = text('doctor.console-locale', { locale: locale === '' ? '–' : locale });
  return { of: 'console', is: 'remark', says, advice: text('doctor.console-advice') };
}
