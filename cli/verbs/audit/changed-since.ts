import { isDeepStrictEqual } from 'node:util';
import type { AuditRecord } from '../../../src/audit/index.ts';
import { type Text, text } from '../../../src/messages/index.ts';
import type { Plant } from '../../../src/plant/index.ts';
import type { Confirmation, Pack } from '../../../src/rules/index.ts';
import { version } from '../../version.ts';
import type { AuditOptions } from './read-options.ts';

/**
 * What is not as it was when a record was begun: program, plant file and the lists beside it, rule packs, confirmations
 * and what the command line asks for. One record is judged by one set of rules over one plant, or not at all.
 */
export function changedSince(
  { header, plant, packs, confirmations = [] }: AuditRecord,
  now: {
    readonly plant: Plant;
    readonly packs: readonly Pack[];
    readonly confirmations: readonly Confirmation[];
    readonly options: AuditOptions;
  },
): readonly Text[] {
  const { options } = now;
  const asked: readonly (readonly [string, unknown, unknown])[] = [
    ['--law-date', options.lawDate, header.wishes?.lawDate],
    ['--window', options.windowMs, header.wishes?.windowMs],
    ['--every', options.everyMs, header.wishes?.everyMs],
    ['--only', options.only, header.only],
    // Watches stay as they were cited.
    ['--demand', options.demands?.length === 0 ? undefined : options.demands, undefined],
  ];
  return [
    ...(header.tripline === version
      ? []
      : [text('running.changed-version', { before: header.tripline, after: version })]),
    ...changedFiles(plant.sources, now.plant.sources),
    ...changedPacks(packs, now.packs),
    ...(isDeepStrictEqual(confirmations, now.confirmations) ? [] : [text('running.changed-confirmations')]),
    ...(header.simulatedTime === options.clock.simulated ? [] : [text('running.changed-clock')]),
    // What is not asked for again stays as it was asked for.
    ...asked
      .filter(([, after, before]) => after !== undefined && !isDeepStrictEqual(after, before))
      .map(([option]) => text('running.changed-option', { option })),
  ];
}

function changedFiles(before: Plant['sources'], after: Plant['sources']): readonly Text[] {
  const hashes = new Map(after.map(({ file, sha256 }) => [file, sha256]));
  const known = new Set(before.map(({ file }) => file));
  return [
    ...before
      .filter(({ file, sha256 }) => hashes.get(file) !== sha256)
      .map(({ file }) => text(hashes.has(file) ? 'running.changed-file' : 'running.gone-file', { file })),
    ...after.filter(({ file }) => !known.has(file)).map(({ file }) => text('running.new-file', { file })),
  ];
}

function changedPacks(before: AuditRecord['packs'], after: readonly Pack[]): readonly Text[] {
  const now = new Map(after.map((pack) => [pack.id, pack.sha256]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before
      .filter(({ id, sha256 }) => now.get(id) !== sha256)
      .map(({ id }) => text(now.has(id) ? 'running.changed-pack' : 'running.gone-pack', { id })),
    ...after.filter(({ id }) => !known.has(id)).map(({ id }) => text('running.new-pack', { id })),
  ];
}
