import { setMaxListeners } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { conclusionOf, createSqliteLog, requestsOfWatch, runWatch, type WatchEnd } from '../../../src/audit/index.ts';
import { formatFault, formatFaultCount, loadPlant, type Plant, type SafetyFunction } from '../../../src/plant/index.ts';
import { exchangeNumbers, openReader } from '../../../src/protocols/index.ts';
import { lintOptionsOf, loadCatalogue, localDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { askLogins } from '../../logins.ts';
import { missingSecrets, targetOf } from '../../target-of.ts';
import type { Terminal } from '../../terminal.ts';
import { version } from '../../version.ts';
import { freeFolder } from '../audit/audit-folder.ts';
import { controllerLine } from '../audit/controller-line.ts';
import { displayOf } from './display.ts';
import { planLines, printPlan } from './plan-lines.ts';
import { readTestForm } from './read-test-form.ts';
import type { WatchOptions } from './read-watch-options.ts';
import { recordLines, trafficLine } from './record-lines.ts';

const codes = { satisfied: exitCode.done, 'not-satisfied': exitCode.notSatisfied, inconclusive: exitCode.inconclusive };

/** Watches functions of a plant file and writes the record; gives the exit code. Nothing connects while a fault remains. */
export async function watchPlant(options: WatchOptions, io: Terminal): Promise<number> {
  const loaded = loadPlant(options.plantFile, lintOptionsOf(loadCatalogue()));
  if (!loaded.ok) {
    for (const fault of loaded.faults) io.note(formatFault(fault, io.language));
    io.note(formatFaultCount(loaded.faults.length, io.language));
    return exitCode.usage;
  }
  const { plant } = loaded;
  const functions = chosen(options.functions, plant, io);
  if (functions === undefined) return exitCode.usage;
  const requests = requestsOfWatch(plant, functions, options);
  const files = requests.filter(({ endpoints }) => endpoints.some((url) => url.startsWith('file:')));
  if (files.length > 0) {
    io.fail('file.no-watch', { controllers: files.map(({ controller }) => controller).join('、') });
    return exitCode.usage;
  }
  if (options.requests) {
    printPlan(requests, options, io);
    return exitCode.done;
  }
  const { testFile } = options;
  const first = testFile === undefined ? undefined : readTestForm(testFile, functions, io);
  const logins = await askLogins(plant, io);
  const missing = missingSecrets(plant, logins);
  for (const { controller, name, message } of missing) io.fail(message, { controller, name });
  if ((testFile !== undefined && first === undefined) || missing.length > 0) return exitCode.usage;

  const stem = [
    localDate(options.clock.now().utc).replaceAll('-', ''),
    functions.length === 1 ? functions[0]?.id : plant.units[0]?.id,
  ];
  const { id, folder } = freeFolder(options.out, stem.join('-'));
  mkdirSync(folder, { recursive: true });
  for (const line of planLines(requests, options, io)) if (io.quiet !== true) io.note(line);
  if (io.quiet !== true) io.note(io.say('watching.begins', { functions: functions.map((it) => it.id).join('、') }));
  const file = join(folder, 'watch.sqlite');
  // As-left values come last: what the form says when watching has ended is what counts.
  const formOf = () => (testFile === undefined ? undefined : (readTestForm(testFile, functions, io) ?? first));
  const targets: Targets = (controller, endpoint) => targetOf(controller, endpoint, logins);
  const { records, traffic } = await watch({ id, file, plant, functions, options, formOf, targets }, io);

  const conclusion = conclusionOf(records);
  if (options.json) io.print(JSON.stringify({ format: 'tripline-watch/1', id, conclusion, records, traffic }, null, 2));
  else {
    for (const record of records) for (const line of recordLines(record, plant, io)) io.print(line);
    for (const each of traffic) io.print(trafficLine(each, io));
    io.print(io.say('watching.written', { file, plant: options.plantFile }));
    io.print(io.say(`watching.conclusion-${conclusion}`));
  }
  return codes[conclusion];
}

/** The functions asked for, or every one that can act; says which of them there are not. */
function chosen(ids: readonly string[], plant: Plant, io: Terminal): readonly SafetyFunction[] | undefined {
  const able = plant.functions.filter(
    ({ causes, effects, manual }) => effects.length > 0 && (causes.length > 0 || manual !== undefined),
  );
  const unknown = ids.filter((id) => !able.some((it) => it.id === id));
  for (const id of unknown) io.fail('watching.no-function', { id, known: able.map((it) => it.id).join('、') });
  if (able.length === 0) io.fail('watching.no-function', { id: '–', known: '–' });
  if (unknown.length > 0 || able.length === 0) return undefined;
  return ids.length === 0 ? able : able.filter(({ id }) => ids.includes(id));
}

type Targets = Parameters<typeof runWatch>[1]['targetOf'];

async function watch(
  it: {
    readonly id: string;
    readonly file: string;
    readonly plant: Plant;
    readonly functions: readonly SafetyFunction[];
    readonly options: WatchOptions;
    readonly formOf: Parameters<typeof runWatch>[1]['formOf'];
    readonly targets: Targets;
  },
  io: Terminal,
): Promise<WatchEnd> {
  const { id, file, plant, functions, options, formOf, targets } = it;
  const { clock, forMs, everyMs, demands } = options;
  const log = createSqliteLog(file);
  const end = new AbortController();
  const abort = new AbortController();
  for (const { signal } of [end, abort]) setMaxListeners(0, signal);
  // Ending is the normal way out; whoever cannot wait for the last looks says it twice.
  const onInterrupt = () => (end.signal.aborted ? abort : end).abort();
  process.on('SIGINT', onInterrupt);
  const display = displayOf({ plant, startedUtc: clock.now().utc, everyMs, clock }, options, io);
  try {
    return await runWatch(
      { id, tripline: version, plant, functions, window: { forMs, everyMs }, demands },
      {
        clock,
        signal: abort.signal,
        wait: async (ms, signal) => {
          await pause(ms, undefined, { signal: AbortSignal.any([signal, end.signal]) }).catch(() => undefined);
        },
        subscribes: true,
        isStopped: () => end.signal.aborted,
        nextExchange: exchangeNumbers(),
        log,
        openReader,
        targetOf: targets,
        progress: (event) => {
          if (event.kind === 'controller' && io.quiet !== true) io.note(controllerLine(event.record, io));
        },
        onSeen: display,
        formOf,
      },
    );
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    log.close();
  }
}
