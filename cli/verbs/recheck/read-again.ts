import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AuditRecord, readEntries, readRecord } from '../../../src/audit/index.ts';
import { formatFault, formatFaultCount, loadPlant, type Plant } from '../../../src/plant/index.ts';
import type { Clock } from '../../../src/protocols/index.ts';
import { type RecheckVerdict, recheckOf, verdictOf } from '../../../src/rectification/index.ts';
import { reportModel, writePdf } from '../../../src/report/index.ts';
import {
  confirmCatalogue,
  confirmPack,
  lintOptionsOf,
  loadCatalogue,
  localDate,
  type Pack,
} from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { askLogins } from '../../logins.ts';
import { recordAudit } from '../../record-audit.ts';
import { missingSecrets } from '../../target-of.ts';
import type { Terminal } from '../../terminal.ts';
import { version } from '../../version.ts';
import { auditFolder } from '../audit/audit-folder.ts';
import { loadPacks } from '../audit/load-packs.ts';
import type { RecheckTarget } from './find-targets.ts';
import { printComparison } from './print-comparison.ts';

/** What a re-inspection read and says. */
export interface ReadAgain {
  readonly code: number;
  readonly record: AuditRecord;
  readonly verdicts: ReadonlyMap<string, RecheckVerdict>;
}

/** Reads again what findings rested on, with the same rules, into an audit of its own; a number is an exit code. */
export async function readAgain(
  { record, outcomes }: RecheckTarget,
  options: {
    readonly plant?: string;
    readonly pack: readonly string[];
    readonly out: string;
    readonly json?: boolean;
    readonly clock: Clock;
  },
  io: Terminal,
): Promise<ReadAgain | number> {
  // What the bureau had confirmed when the finding was made, not what it has confirmed since: the same rules.
  const { confirmations = [] } = record;
  const catalogue = confirmCatalogue(loadCatalogue(), confirmations);
  const plant = options.plant === undefined ? record.plant : openPlant(options.plant, io);
  const packs = samePacks(record, options.pack, io)?.map((pack) => confirmPack(pack, confirmations));
  if (plant === undefined || packs === undefined) return exitCode.usage;
  if (plant.enterprise.uscc !== record.plant.enterprise.uscc) {
    io.fail('rectification.diff-other-enterprise', {
      first: record.plant.enterprise.name,
      second: plant.enterprise.name,
    });
    return exitCode.usage;
  }
  const logins = await askLogins(plant, io);
  const missing = missingSecrets(plant, logins);
  for (const { controller, name, message } of missing) io.fail(message, { controller, name });
  if (missing.length > 0) return exitCode.usage;
  const { id, folder } = auditFolder(options.out, localDate(options.clock.now().utc), plant);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'audit.sqlite');
  const { header, chainHead } = record;
  const end = await recordAudit(
    {
      id,
      plant,
      packs,
      catalogue,
      ...(confirmations.length === 0 ? {} : { confirmations }),
      lawDate: header.lawDate,
      recheck: {
        audit: header.id,
        head: chainHead,
        hypothetical: header.hypothetical,
        ...recheckOf(record, outcomes),
      },
    },
    file,
    { clock: options.clock, logins, witness: false, folder: dirname(options.plant ?? '.') },
    io,
  );
  if (!end.finished) return exitCode.interrupted;
  const after = readRecord(readEntries(file));
  const verdicts = new Map(
    record.outcomes.flatMap((outcome) =>
      outcomes.includes(outcome.id) ? [[outcome.id, verdictOf(outcome, after)] as const] : [],
    ),
  );
  printComparison({ before: record, after, verdicts, json: options.json === true }, io);
  const model = reportModel(after, io.language, { drawnBy: version });
  await writePdf(model, join(folder, 'report.pdf'));
  io.note(io.say('cli.written', { folder, files: 'report.pdf  audit.sqlite' }));
  const all = [...verdicts.values()].map(({ verdict }) => verdict);
  const code = all.includes('not-rectified')
    ? exitCode.notSatisfied
    : all.includes('unverifiable') || all.length === 0
      ? exitCode.inconclusive
      : exitCode.done;
  return { code, record: after, verdicts };
}

function openPlant(file: string, io: Terminal): Plant | undefined {
  const catalogue = loadCatalogue();
  const loaded = loadPlant(file, lintOptionsOf(catalogue));
  if (loaded.ok) return loaded.plant;
  for (const fault of loaded.faults) io.note(formatFault(fault, io.language));
  io.note(formatFaultCount(loaded.faults.length, io.language));
  return undefined;
}

/** The packs of the first audit, byte for byte: a finding is never held against rules that have changed since. */
function samePacks(record: AuditRecord, named: readonly string[], io: Terminal): readonly Pack[] | undefined {
  const packs = loadPacks(named.length === 0 ? record.packs.map(({ id }) => id) : named, io);
  if (packs === undefined) return undefined;
  const changed = record.packs.filter(({ id, sha256 }) => packs.find((pack) => pack.id === id)?.sha256 !== sha256);
  for (const { id, sha256 } of changed)
    io.fail('rectification.recheck-other-rules', { pack: id, sha256: sha256.slice(0, 16) });
  return changed.length > 0 ? undefined : packs;
}
