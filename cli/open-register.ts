import { RegisterFile } from '../src/rectification/index.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Opens a register; says what is wrong with the file and gives undefined where there is none. `createdAt` makes a new one. */
export function openRegister(file: string, io: Terminal, createdAt?: string): RegisterFile | undefined {
  try {
    return createdAt === undefined
      ? RegisterFile.open(file)
      : RegisterFile.open(file, { kind: 'register-opened', body: { tripline: version, recordedAt: createdAt } });
  } catch (error) {
    io.fail('rectification.no-register', { file, message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
