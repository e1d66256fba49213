import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import type { Terminal } from '../../terminal.ts';

/** Recomputes the chain of a register: 0 it holds, 1 it breaks, 2 no register. */
export function verifyRegister(file: string, io: Terminal): number {
  const register = openRegister(file, io);
  if (register === undefined) return exitCode.usage;
  try {
    const chain = register.verify();
    if (!chain.intact) {
      io.print(io.say('rectification.register-broken', { number: chain.firstBroken }));
      return exitCode.notSatisfied;
    }
    io.print(io.say('rectification.register-intact', { entries: chain.entries, head: chain.head }));
    return exitCode.done;
  } finally {
    register.close();
  }
}
