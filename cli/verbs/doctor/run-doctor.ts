import { alignCells, say } from '../../../src/messages/index.ts';
import { simulatedClock, systemClock } from '../../../src/protocols/index.ts';
import { exitCode } from '../../exit-code.ts';
import { stateFolder } from '../../state-folder.ts';
import type { Terminal } from '../../terminal.ts';
import { certificates } from './examine/certificates.ts';
import { clocksOfPlant } from './examine/clocks-of-plant.ts';
import { consoleEncoding } from './examine/console-encoding.ts';
import { disk } from './examine/disk.ts';
import { fonts } from './examine/fonts.ts';
import { nativeModules } from './examine/native-modules.ts';
import { nodeVersion } from './examine/node-version.ts';
import { ownClock } from './examine/own-clock.ts';
import { timeZone } from './examine/time-zone.ts';
import type { Symptom } from './symptom.ts';

/** The options of `doctor`; `out` is where audits will be written. */
export interface DoctorOptions {
  readonly out: string;
  readonly json?: boolean;
  readonly simulatedTime?: string;
}

/** Looks at everything that an audit needs of this computer. 0 well, 1 something is ill, 3 something could not be looked at. */
export async function runDoctor(
  plant: string | undefined,
  { out, json, simulatedTime }: DoctorOptions,
  io: Terminal,
): Promise<number> {
  const simulated = simulatedTime === undefined ? undefined : Date.parse(simulatedTime);
  if (simulated !== undefined && Number.isNaN(simulated)) {
    io.fail('cli.bad-option', {
      option: '--simulated-time',
      value: simulatedTime ?? '',
      expected: '2018-02-01T10:00:00+08:00',
    });
    return exitCode.usage;
  }
  const clock = simulated === undefined ? systemClock : simulatedClock(simulated);
  const clocks = plant === undefined ? [] : await clocksOfPlant(plant, clock, io);
  if (clocks === undefined) return exitCode.usage;
  const symptoms: readonly Symptom[] = [
    nodeVersion(process.versions.node),
    ...(await nativeModules()),
    fonts(),
    timeZone(new Date().getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone),
    ownClock(Date.now()),
    ...clocks,
    disk(out),
    ...certificates(stateFolder(), Date.now()),
    consoleEncoding(process.platform, process.env, process.stdout.isTTY === true),
  ];
  if (json === true) io.print(JSON.stringify(symptoms.map(documentOf), null, 2));
  else for (const line of alignCells(symptoms.flatMap((symptom) => linesOf(symptom, io)))) io.print(line);
  if (symptoms.some(({ is }) => is === 'ill')) return exitCode.notSatisfied;
  return symptoms.some(({ is }) => is === 'unknown') ? exitCode.inconclusive : exitCode.done;
}

function linesOf({ of, is, says, advice }: Symptom, io: Terminal): readonly string[] {
  const head = `${io.say(`doctor.is-${is}`)}  ${io.say(`doctor.of-${of}`)}  ${say(says, io.language)}`;
  return advice === undefined ? [head] : [head, `    → ${say(advice, io.language)}`];
}

function documentOf({ of, is, says, advice }: Symptom) {
  const both = (said: typeof says) => ({ zh: say(said, 'zh'), en: say(said, 'en') });
  return { of, is, says: both(says), ...(advice === undefined ? {} : { advice: both(advice) }) };
}
