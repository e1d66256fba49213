import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type AuditRecord, isWatch, readRecord, readWatch, type WatchRecord } from '../../../src/audit/index.ts';
import { alignCells, say } from '../../../src/messages/index.ts';
import { formatFault, loadPlant, readSource } from '../../../src/plant/index.ts';
import { type ChecklistItem, checklistHtml, checklistKinds, checklistOf } from '../../../src/report/index.ts';
import { lintOptionsOf, loadCatalogue } from '../../../src/rules/index.ts';
import { type ActTime, timeOf } from '../../act-options.ts';
import { type Asker, type AskingStreams, promptAsker } from '../../asker.ts';
import { exitCode } from '../../exit-code.ts';
import { readEvidence } from '../../read-evidence.ts';
import type { Terminal } from '../../terminal.ts';
import { answerItem } from './answer-item.ts';

/** What the command line says about a checklist. */
export interface GuideOptions {
  readonly audit: readonly string[];
  readonly html?: string;
  readonly answer?: string;
  readonly ask?: boolean;
  readonly by?: string;
  readonly date?: string;
  readonly file?: string;
  readonly title?: string;
  readonly is?: string;
  readonly simulatedTime?: string;
  readonly json?: boolean;
}

/** An answer as it was typed. */
interface Given {
  readonly by: string;
  readonly file: string;
  readonly date: string;
  readonly is: 'present' | 'absent';
  readonly title?: string;
}

interface Evidence {
  readonly audits: readonly AuditRecord[];
  readonly watches: readonly WatchRecord[];
}

/** Lists what the record lacks (3 where something is, 0 where nothing is), or takes one answer, or asks item by item. */
export async function runGuide(
  file: string,
  options: GuideOptions,
  io: Terminal,
  streams?: AskingStreams,
): Promise<number> {
  const time = timeOf({ ...(options.simulatedTime === undefined ? {} : { simulatedTime: options.simulatedTime }) }, io);
  const dated = timeOf(options, io);
  const evidence = readAll(options.audit, io);
  if (time === undefined || dated === undefined || evidence === undefined) return exitCode.usage;
  const items = itemsOf(file, evidence, time, io);
  if (items === undefined) return exitCode.usage;
  if (options.answer !== undefined) {
    const item = items.find(({ id }) => id === options.answer);
    if (item === undefined) {
      io.fail('guide.no-item', { item: options.answer });
      return exitCode.usage;
    }
    const { by, file: brought } = options;
    for (const [option, value] of [
      ['--by', by],
      ['--file', brought],
    ] as const)
      if (value === undefined) io.fail('guide.needs', { option });
    if (by === undefined || brought === undefined) return exitCode.usage;
    const is = options.is ?? 'present';
    if (is !== 'present' && is !== 'absent') {
      io.fail('cli.bad-option', { option: '--is', value: is, expected: 'present' });
      return exitCode.usage;
    }
    const given: Given = {
      by,
      file: brought,
      date: dated.date,
      is,
      ...(options.title === undefined ? {} : { title: options.title }),
    };
    return take(file, item, given, io) ? exitCode.done : exitCode.usage;
  }
  if (options.ask === true) {
    if (streams === undefined && process.stdin.isTTY !== true) {
      io.fail('init.no-terminal');
      return exitCode.usage;
    }
    try {
      await askAll(file, items, dated, await promptAsker(streams ?? { output: process.stderr }), io);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
      return exitCode.interrupted;
    }
  }
  const left = options.ask === true ? itemsOf(file, evidence, time, io) : items;
  const loaded = loadPlant(file);
  if (left === undefined || !loaded.ok) return exitCode.usage;
  if (options.html !== undefined)
    writeFileSync(options.html, checklistHtml(loaded.plant, left, time.today, io.language));
  if (options.json === true) {
    const plain = left.map(({ says, ...item }) => ({ ...item, says: say(says, io.language) }));
    io.print(JSON.stringify({ today: time.today, items: plain }, null, 2));
  } else for (const line of linesOf(left, io)) io.print(line);
  if (options.html !== undefined) io.note(io.say('importers.written', { file: options.html }));
  return left.length === 0 ? exitCode.done : exitCode.inconclusive;
}

function linesOf(items: readonly ChecklistItem[], io: Terminal): readonly string[] {
  if (items.length === 0) return [io.say('guide.nothing')];
  return checklistKinds.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    const lines = own.map(({ id, says }) => io.say('guide.line', { id, says: say(says, io.language) }));
    return [`${io.say(`guide.kind-${kind}`)} (${own.length})`, ...alignCells(lines)];
  });
}

function itemsOf(file: string, { audits, watches }: Evidence, { today }: ActTime, io: Terminal) {
  const loaded = loadPlant(file, lintOptionsOf(loadCatalogue()));
  if (!loaded.ok) {
    for (const fault of loaded.faults) io.note(formatFault(fault, io.language));
    return undefined;
  }
  const hasFile = (name: string) => existsSync(join(dirname(file), name));
  return checklistOf({ plant: loaded.plant, audits, watches, today, hasFile });
}

function readAll(files: readonly string[], io: Terminal): Evidence | undefined {
  const audits: AuditRecord[] = [];
  const watches: WatchRecord[] = [];
  let isWhole = true;
  for (const file of files) {
    try {
      const entries = readEvidence(file);
      if (isWatch(entries)) watches.push(readWatch(entries));
      else audits.push(readRecord(entries));
    } catch (error) {
      io.fail('cli.no-evidence', { file, message: error instanceof Error ? error.message : String(error) });
      isWhole = false;
    }
  }
  return isWhole ? { audits, watches } : undefined;
}

async function askAll(
  file: string,
  items: readonly ChecklistItem[],
  { date }: ActTime,
  ask: Asker,
  io: Terminal,
): Promise<void> {
  const by = await ask.text(io.say('guide.ask-by'), (written) =>
    written === '' ? io.say('guide.needs', { option: '--by' }) : undefined,
  );
  for (const item of items) {
    if (item.answer === undefined) continue;
    const brought = await ask.text(io.say('guide.ask-file', { says: say(item.says, io.language) }), (written) =>
      written === '' || existsSync(written) ? undefined : io.say('guide.no-file-here', { file: written }),
    );
    if (brought === '') continue;
    const kinds = ['present', 'absent'] as const;
    const is =
      item.answer.is === 'statement'
        ? await ask.one(
            io.say('guide.ask-is'),
            kinds.map((value) => ({ value, name: io.say(`guide.is-${value}`) })),
          )
        : 'present';
    take(file, item, { by, file: brought, date, is }, io);
  }
}

/** Takes one answer into the plant file; nothing is written where it would leave a fault. */
function take(file: string, item: ChecklistItem, given: Given, io: Terminal): boolean {
  if (item.answer === undefined) {
    io.fail('guide.no-answer', { item: item.id });
    return false;
  }
  if (!existsSync(given.file)) {
    io.fail('guide.no-file-here', { file: given.file });
    return false;
  }
  const catalogue = loadCatalogue();
  const loaded = loadPlant(file, lintOptionsOf(catalogue));
  if (!loaded.ok) return false;
  const bytes = readFileSync(given.file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const declaredFile = item.answer.is === 'file' ? loaded.plant.documents.get(item.answer.document)?.file : undefined;
  const kept = declaredFile ?? placeBeside(file, given.file);
  const target = join(dirname(file), kept);
  if (existsSync(target) && !readFileSync(target).equals(bytes)) {
    io.fail('guide.other-file', { file: kept });
    return false;
  }
  const answered = answerItem(readFileSync(file, 'utf8'), item, loaded.plant, { ...given, file: kept, sha256 }, io);
  if (answered === undefined) {
    io.fail('guide.cannot-edit', { item: item.id });
    return false;
  }
  const isNew = !existsSync(target);
  if (isNew) {
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(given.file, target);
  }
  const after = loadPlant(file, lintOptionsOf(catalogue), (path) =>
    path === file ? { text: answered.source, sha256: '' } : readSource(path),
  );
  if (!after.ok) {
    if (isNew) rmSync(target);
    io.fail('guide.refused');
    for (const fault of after.faults) io.note(formatFault(fault, io.language));
    return false;
  }
  writeFileSync(file, answered.source);
  io.print(io.say('guide.answered', { item: item.id, document: answered.document, file: kept, sha256 }));
  return true;
}

/** Where a file stands beside the plant file: where it is, or else in `docs`. */
function placeBeside(plantFile: string, file: string): string {
  const own = relative(dirname(resolve(plantFile)), resolve(file));
  return own.startsWith('..') || resolve(own) === own ? join('docs', basename(file)) : own;
}
