import type { Identity, RunState } from '../reader.ts';
import { latin1 } from './latin1.ts';
import type { SystemStatusList } from './szl.ts';

/** The lists that are asked for, in the words of the system status list (Siemens A5E00739858, chapter 33). */
export const identityLists = {
  module: { id: 0x0011, index: 0 },
  component: { id: 0x001c, index: 0 },
  protection: { id: 0x0232, index: 4 },
  mode: { id: 0x0424, index: 0 },
} as const;

/** Order number and firmware, from list 0x0011. */
export function moduleIdentity(list: SystemStatusList): Identity {
  const model = textOf(recordOf(list, 1)?.subarray(2, 22));
  const firmware = firmwareOf(recordOf(list, 7)?.subarray(24, 28));
  return { ...(model === undefined ? {} : { model }), ...(firmware === undefined ? {} : { firmware }) };
}

/** Name (of the module, else of the station), serial number and maker, from list 0x001c. */
export function componentIdentity(list: SystemStatusList): Identity {
  const entry = (index: number) => textOf(recordOf(list, index)?.subarray(2));
  const name = entry(2) ?? entry(1);
  const serial = entry(5);
  const maker = recordOf(list, 9)?.subarray(2, 4);
  return {
    ...(maker?.[0] === 0 && maker[1] === siemens ? { vendor: 'Siemens' } : {}),
    ...(name === undefined ? {} : { name }),
    ...(serial === undefined ? {} : { serial }),
  };
}

/** The protection level that is in force (1 to 3), from list 0x0232 index 4. */
export function protectionIdentity(list: SystemStatusList): Identity {
  const [, , , , , , high, level] = recordOf(list, 4) ?? [];
  return high === 0 && level !== undefined && level >= 1 && level <= 3 ? { protectionLevel: level } : {};
}

/** The run state from list 0x0424; start-up, hold, defect and the like are unknown. */
export function runStateOf(list: SystemStatusList): RunState {
  const transition = list.records[0]?.[3];
  if (transition === undefined) return 'unknown';
  // The high half holds the mode before; the low half the mode now.
  const mode = transition & 0x0f;
  if (mode === running || mode === runningRedundant) return 'run';
  return mode >= 1 && mode <= stopped ? 'stop' : 'unknown';
}

/** Manufacturer id in the identification and maintenance data. */
const siemens = 42;
/** Modes 1 to 4 are STOP in update, memory reset, self-initialisation and proper; 9 is one CPU of an H system in RUN. */
const [stopped, running, runningRedundant] = [4, 8, 9];

function recordOf(list: SystemStatusList, index: number): Uint8Array | undefined {
  return list.records.find((record) => record[0] === 0 && record[1] === index);
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf(0);
  const text = latin1(end === -1 ? bytes : bytes.subarray(0, end)).trim();
  return text === '' ? undefined : text;
}

function firmwareOf(version: Uint8Array | undefined): string | undefined {
  const [letter, ...numbers] = version ?? [];
  return letter === 0x56 && numbers.length === 3 ? `V${numbers.join('.')}` : undefined;
}
