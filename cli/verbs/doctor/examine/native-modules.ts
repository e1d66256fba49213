import { text } from '../../../../src/messages/index.ts';
import type { Symptom } from '../symptom.ts';

/** Whether the evidence file can be written, and whether serial lines can be opened; the latter is optional. */
export async function nativeModules(
  load: (name: 'better-sqlite3' | 'serialport') => Promise<void> = loadModule,
): Promise<readonly Symptom[]> {
  const sqlite = await reasonNotTo(() => load('better-sqlite3'));
  const serial = await reasonNotTo(() => load('serialport'));
  return [
    sqlite === undefined
      ? { of: 'native', is: 'well', says: text('doctor.native-good', { name: 'better-sqlite3' }) }
      : {
          of: 'native',
          is: 'ill',
          says: text('doctor.native-missing', { name: 'better-sqlite3', because: sqlite }),
          advice: text('doctor.native-advice'),
        },
    serial === undefined
      ? { of: 'native', is: 'well', says: text('doctor.native-good', { name: 'serialport' }) }
      : {
          of: 'native',
          is: 'remark',
          says: text('doctor.serial-missing'),
        },
  ];
}

async function loadModule(name: 'better-sqlite3' | 'serialport'): Promise<void> {
  if (name === 'serialport') {
    await import('serialport');
    return;
  }
  const { openDatabase } = await import('../../../../src/audit/index.ts');
  openDatabase(':memory:').close();
}

async function reasonNotTo(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  }
}
