import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { say } from '../../../src/messages/index.ts';
import {
  addClaims,
  formatFault,
  formatFaultCount,
  insertEntries,
  loadPlant,
  type Plant,
  readSource,
} from '../../../src/plant/index.ts';
import { countIncluded, lintOptionsOf, loadCatalogue, localDate, requiredFunctions } from '../../../src/rules/index.ts';
import { type Asker, type AskingStreams, promptAsker } from '../../asker.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { type Answers, readAnswers } from './answers.ts';
import { askControllers, askEnterprise, askUnits, type FaultOf } from './ask-nouns.ts';
import { askRows } from './ask-rows.ts';
import { showRequired } from './show-required.ts';
import { unknownsOf } from './unknowns.ts';

/** What the command line says about a guided start. */
export interface InitOptions {
  readonly yes?: boolean;
  readonly answers?: string;
  readonly enterprise?: string;
  readonly uscc?: string;
  readonly town?: string;
  readonly sector: readonly string[];
  readonly unit: readonly string[];
  readonly controller: readonly string[];
}

const newList = 'tag,controller,address,type,unit,low,high,role,one_means,scale,heartbeat_of,description\n';

/**
 * Makes a plant file, or completes one, by options, an answers file and questions; 0 where it passes `check`, what is
 * not known being said; 2 where it would not, or nobody can be asked, and nothing is written then.
 */
export async function runInit(
  file: string,
  options: InitOptions,
  io: Terminal,
  streams?: AskingStreams,
): Promise<number> {
  if (options.yes !== true && streams === undefined && process.stdin.isTTY !== true) {
    io.fail('init.no-terminal');
    return exitCode.usage;
  }
  const answers = readAnswers(options, io);
  if (answers === undefined) return exitCode.usage;
  const asker = options.yes === true ? undefined : await promptAsker(streams ?? { output: process.stderr });
  try {
    return await complete(file, answers, asker, io);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
    io.fail('init.interrupted');
    return exitCode.interrupted;
  }
}

async function complete(file: string, given: Answers, ask: Asker | undefined, io: Terminal): Promise<number> {
  const catalogue = loadCatalogue();
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const load = (source: string) =>
    loadPlant(file, lintOptionsOf(catalogue), (path) => {
      if (path === file) return { text: source, sha256: '' };
      return readSource(path) ?? (path === listOf(file, source) ? { text: newList, sha256: '' } : undefined);
    });
  const faultOf: FaultOf = (section, key, entry) => {
    const value = section === 'enterprise' ? entry : { [key]: entry };
    const source = insertEntries('tripline: 1\n', section, new Map(Object.entries(value))) ?? '';
    const owner = `${section}.${key}`;
    const loaded = load(source);
    const fault = loaded.ok ? undefined : loaded.faults.find(({ path }) => path.startsWith(owner));
    return fault === undefined ? undefined : say(fault.because, io.language);
  };

  // Who, what and where: what the file has already is not asked again.
  const base = before ?? 'tripline: 1\n';
  const standing = sectionsOf(base);
  let answers = given;
  if (ask !== undefined) {
    if (!standing.has('enterprise'))
      answers = { ...answers, enterprise: await askEnterprise(answers.enterprise, ask, faultOf, io) };
    if (!standing.has('units') && Object.keys(answers.units).length === 0) {
      const { units, documents } = await askUnits(catalogue, ask, faultOf, io);
      answers = { ...answers, units, documents: { ...answers.documents, ...documents } };
    }
    if (!standing.has('controllers') && Object.keys(answers.controllers).length === 0)
      answers = { ...answers, controllers: await askControllers(ask, io) };
  } else if (!standing.has('enterprise')) {
    const needed = [
      ['name', '--enterprise'],
      ['uscc', '--uscc'],
      ['sectors', '--sector'],
    ] as const;
    const missing = needed.filter(([key]) => answers.enterprise[key] === undefined);
    for (const [what, option] of missing) io.fail('init.missing', { what, option });
    if (missing.length > 0) return exitCode.usage;
  }
  const named = withAnswers(base, answers, io);
  const first = named === undefined ? undefined : load(named);
  if (named === undefined || first === undefined) return exitCode.usage;
  if (!first.ok) return refuse(first.faults, io);
  const asOfToday = (plant: Plant) => countIncluded(plant, catalogue, localDate(Date.now()));
  const required = asOfToday(first.plant);

  // What the law asks of these units, and who of the functions that there are does it.
  showRequired(required, catalogue, io);
  const mapped =
    ask === undefined
      ? named
      : withAnswers(
          named,
          { ...nothing, ...(await askRows(requiredFunctions(required, catalogue), first.plant, ask, faultOf, io)) },
          io,
        );
  const last = mapped === undefined ? undefined : load(mapped);
  if (mapped === undefined || last === undefined) return exitCode.usage;
  if (!last.ok) return refuse(last.faults, io);

  const unknowns = unknownsOf(asOfToday(last.plant), catalogue, io);
  if (unknowns.length > 0) io.print(io.say('init.unknown-head'));
  for (const line of unknowns) io.print(`  ${line}`);
  const list = listOf(file, mapped);
  if (list !== undefined && !existsSync(list)) writeFileSync(list, newList);
  if (mapped !== before) writeFileSync(file, mapped);
  const next = io.say(last.plant.points.size === 0 ? 'init.next-import' : 'init.next-guide', { file });
  io.note(io.say(mapped === before ? 'init.nothing' : 'init.done', { file, next }));
  return exitCode.done;
}

const nothing: Answers = { enterprise: {}, units: {}, controllers: {}, documents: {}, functions: {}, covers: {} };

/** The plant file with the answers that it does not have yet; says where it cannot be added to. */
function withAnswers(source: string, answers: Answers, io: Terminal): string | undefined {
  let now = source;
  for (const section of ['enterprise', 'units', 'controllers', 'documents'] as const) {
    const next = added(now, section, answers[section], io);
    if (next === undefined) return undefined;
    now = next;
  }
  if (!sectionsOf(now).has('points')) now = `${now.trimEnd()}\n\npoints: points.csv\n`;
  const withFunctions = added(now, 'functions', answers.functions, io);
  if (withFunctions === undefined) return undefined;
  now = withFunctions;
  for (const [id, claims] of Object.entries(answers.covers)) {
    const standing = parse(now)?.functions?.[id]?.covers ?? [];
    const fresh = claims.filter((claim) => !standing.some((each: unknown) => same(each, claim)));
    const next = addClaims(now, id, fresh);
    if (next === undefined) {
      io.fail('init.no-function', { id });
      return undefined;
    }
    now = next;
  }
  return now;
}

function added(source: string, section: string, entries: Readonly<Record<string, unknown>>, io: Terminal) {
  const standing = sectionsOf(source).get(section) ?? new Set();
  const fresh = new Map(Object.entries(entries).filter(([key]) => !standing.has(key)));
  const now = insertEntries(source, section, fresh);
  if (now === undefined) io.fail('init.braces', { section });
  return now;
}

function same(a: unknown, b: object): boolean {
  const sorted = (it: object) => JSON.stringify(Object.entries(it).sort());
  return typeof a === 'object' && a !== null && sorted(a) === sorted(b);
}

/** The sections that a plant file has, with the keys below each; an empty one is none. */
function sectionsOf(source: string): ReadonlyMap<string, ReadonlySet<string>> {
  let value: unknown;
  try {
    value = parse(source, { schema: 'failsafe' });
  } catch {
    // What is wrong with it is said by the check.
    return new Map();
  }
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.flatMap(([section, below]: readonly [string, unknown]) => {
      if (below === null || below === '') return [];
      return [[section, new Set(typeof below === 'object' ? Object.keys(below) : [])] as const];
    }),
  );
}

/** The point list that a plant file names. */
function listOf(file: string, source: string): string | undefined {
  let points: unknown;
  try {
    points = parse(source)?.points;
  } catch {
    return undefined;
  }
  return typeof points === 'string' ? join(dirname(file), points) : undefined;
}

function refuse(faults: readonly Parameters<typeof formatFault>[0][], io: Terminal): number {
  for (const fault of faults) io.note(formatFault(fault, io.language));
  io.note(formatFaultCount(faults.length, io.language));
  return exitCode.usage;
}
