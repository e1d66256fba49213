import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEntries, readRecord } from '../../../src/audit/index.ts';
import { formatFault, formatFaultCount, loadPlant } from '../../../src/plant/index.ts';
import { confirmCatalogue, confirmPack, lintOptionsOf, loadCatalogue, localDate } from '../../../src/rules/index.ts';
import { openConfirmations } from '../../confirmations.ts';
import { exitCode } from '../../exit-code.ts';
import { askLogins } from '../../logins.ts';
import { recordAudit } from '../../record-audit.ts';
import { missingSecrets } from '../../target-of.ts';
import type { Terminal } from '../../terminal.ts';
import { writeReports } from '../../write-reports.ts';
import { auditFolder } from './audit-folder.ts';
import { askedBefore, mayGoOn } from './go-on.ts';
import { loadPacks } from './load-packs.ts';
import { momentOfFiles } from './moment-of-files.ts';
import { openUnfinished } from './open-unfinished.ts';
import { areThere } from './read-only.ts';
import type { AuditOptions } from './read-options.ts';
import { readWatches } from './read-watches.ts';

/** Audits a plant file and writes the folder of the audit; gives the exit code. Nothing connects while a fault remains. */
export async function auditPlant(options: AuditOptions, io: Terminal): Promise<number> {
  const confirmations = openConfirmations(options.confirmations, io);
  if (confirmations === undefined) return exitCode.usage;
  const catalogue = confirmCatalogue(loadCatalogue(), confirmations);
  const loaded = loadPlant(options.plantFile, lintOptionsOf(catalogue));
  if (!loaded.ok) {
    for (const fault of loaded.faults) io.note(formatFault(fault, io.language));
    io.note(formatFaultCount(loaded.faults.length, io.language));
    return exitCode.usage;
  }
  const unfinished = options.resume === undefined ? undefined : openUnfinished(options.resume, io);
  if (options.resume !== undefined && unfinished === undefined) return exitCode.usage;
  const names =
    unfinished === undefined || options.arePacksNamed === true
      ? options.packs
      : unfinished.record.packs.map((pack) => pack.id);
  const packs = loadPacks(names, io)?.map((pack) => confirmPack(pack, confirmations));
  if (packs === undefined) return exitCode.usage;
  if (unfinished !== undefined && !mayGoOn(unfinished, { plant: loaded.plant, packs, confirmations, options }, io))
    return exitCode.usage;
  const logins = await askLogins(loaded.plant, io);
  const missing = missingSecrets(loaded.plant, logins);
  for (const { controller, name, message } of missing) io.fail(message, { controller, name });
  const watches = readWatches(options.demands ?? [], io);
  if (watches === undefined || missing.length > 0) return exitCode.usage;

  const { clock, witness } = options;
  const asked = unfinished === undefined ? options : askedBefore(unfinished);
  const { lawDate, windowMs, everyMs, only } = asked;
  const observedAtMs = await momentOfFiles(loaded.plant, dirname(options.plantFile));
  const today = localDate(observedAtMs ?? clock.now().utc);
  if (only !== undefined && !areThere(only, loaded.plant, packs, lawDate ?? today, io)) return exitCode.usage;

  const { id, folder } = unfinished ?? options.as ?? auditFolder(options.out, today, loaded.plant);
  mkdirSync(folder, { recursive: true });
  const file = unfinished?.file ?? join(folder, 'audit.sqlite');
  const end = await recordAudit(
    {
      id,
      plant: loaded.plant,
      packs,
      catalogue,
      ...(confirmations.length === 0 ? {} : { confirmations }),
      ...(lawDate === undefined ? {} : { lawDate }),
      ...(windowMs === undefined ? {} : { windowMs }),
      ...(everyMs === undefined ? {} : { everyMs }),
      ...(only === undefined ? {} : { only }),
      ...(watches.length === 0 ? {} : { watches }),
      ...(unfinished === undefined ? {} : { resume: unfinished }),
      ...(observedAtMs === undefined ? {} : { observedAtMs }),
    },
    file,
    { clock, logins, witness: witness === true, folder: dirname(options.plantFile) },
    io,
  );
  const entries = readEntries(file);
  const attach = options.attachRecord === true ? { attach: { entries, packs: names } } : {};
  const record = readRecord(entries);
  for (const { watch, unfit } of record.demands ?? [])
    if (unfit !== undefined) io.note(`${watch}  ${io.say('demands.unfit', { why: unfit })}`);
  await writeReports(record, folder, { json: options.json, io, ...attach });
  return end.finished ? end.conclusion.exitCode : exitCode.interrupted;
}
