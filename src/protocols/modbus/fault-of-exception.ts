import type { Fault } from '../fault.ts';

type Answered = 'refused' | 'no-such-address' | 'not-served' | 'busy';

/** Exception codes (Modbus Application Protocol 1.1b3, 7) with the specification's names. */
const exceptions: ReadonlyMap<number, readonly [Answered, string]> = new Map([
  [1, ['not-served', 'illegal function']],
  [2, ['no-such-address', 'illegal data address']],
  [3, ['refused', 'illegal data value']],
  [4, ['refused', 'server device failure']],
  [5, ['busy', 'acknowledge']],
  [6, ['busy', 'server device busy']],
  [8, ['refused', 'memory parity error']],
  [10, ['refused', 'gateway path unavailable']],
  [11, ['refused', 'gateway target device failed to respond']],
]);

/** The fault that an exception code stands for; a code that the specification does not know is refused. */
export function faultOfException(code: number): Extract<Fault, { kind: Answered }> {
  const [kind, name] = exceptions.get(code) ?? ['refused', 'unknown exception'];
  return { kind, code, name };
}
