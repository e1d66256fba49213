import { accessSync, constants } from 'node:fs';
import { text } from '../../../../src/messages/index.ts';
import { fontFile, fontNames } from '../../../../src/report/index.ts';
import type { Symptom } from '../symptom.ts';

/** Whether the faces of the report can be read. */
export function fonts(fileOf: (name: (typeof fontNames)[number]) => string = fontFile): Symptom {
  const missing = fontNames.filter((name) => {
    try {
      accessSync(fileOf(name), constants.R_OK);
      return false;
    } catch {
      return true;
    }
  });
  return missing.length === 0
    ? { of: 'fonts', is: 'well', says: text('doctor.fonts-good', { count: fontNames.length }) }
    : {
        of: 'fonts',
        is: 'ill',
        says: text('doctor.fonts-missing', { names: missing.join(' ') }),
        advice: text('doctor.fonts-advice'),
      };
}
