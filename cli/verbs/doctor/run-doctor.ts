import { alignCells, say } from '../../../src/messages/index.ts';
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

/** Looks at everything that an audit needs of this computer. 0 well, 1 something is ill, 3 something could not be looked at. */
export async function runDoctor(
  { plant, out, json }: { readonly plant: string | undefined; readonly out: string; readonly json: boolean },
  io: Terminal,
): Promise<number> {
  const clocks = plant === undefined ? [] : await clocksOfPlant(plant, io);
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
  if (json) io.print(JSON.stringify(symptoms.map(documentOf), null, 2));
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
