import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
import { loadPacks } from './load-packs.ts';
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
  const packs = loadPacks(options.packs, io)?.map((pack) => confirmPack(pack, confirmations));
  const logins = await askLogins(loaded.plant, io);
  const missing = missingSecrets(loaded.plant, logins);
  for (const { controller, name, message } of missing) io.fail(message, { controller, name });
  const watches = readWatches(options.demands ?? [], io);
  if (packs === undefined || watches === undefined || missing.length > 0) return exitCode.usage;

  const { clock, only } = options;
  const today = localDate(clock.now().utc);
  if (only !== undefined && !areThere(only, loaded.plant, packs, options.lawDate ?? today, io)) return exitCode.usage;

  const { id, folder } = options.as ?? auditFolder(options.out, today, loaded.plant);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'audit.sqlite');
  const { lawDate, windowMs, everyMs, witness } = options;
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
    },
    file,
    { clock, logins, witness: witness === true },
    io,
  );
  const entries = readEntries(file);
  const attach = options.attachRecord === true ? { attach: { entries, packs: options.packs } } : {};
  const record = readRecord(entries);
  for (const { watch, unfit } of record.demands ?? [])
    if (unfit !== undefined) io.note(`${watch}  ${io.say('demands.unfit', { why: unfit })}`);
  await writeReports(record, folder, { json: options.json, io, ...attach });
  return end.finished ? end.conclusion.exitCode : exitCode.interrupted;
}
