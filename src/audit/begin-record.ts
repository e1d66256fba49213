import { localTime } from '../rules/index.ts';
import type { EvidenceLog } from './evidence.ts';
import type { AuditPlan } from './plan.ts';
import type { AuditHeader, AuditRecord, RecheckCitation, Resumption } from './record.ts';
import { lastHeardMs } from './resume.ts';
import type { AuditRequest } from './run-audit.ts';

/** What is known when reading begins; dates of Asia/Shanghai. */
export interface Beginning {
  readonly plan: AuditPlan;
  readonly startedUtc: number;
  readonly observationDate: string;
  readonly lawDate: string;
  readonly simulated: boolean;
}

/** Writes the head of a record: when, by which dates and window, the plant as declared, the packs what raised them, and the watches that are used. */
export function beginRecord(
  request: AuditRequest,
  { cited, ...beginning }: Beginning & { readonly cited: NonNullable<AuditRecord['demands']> },
  log: EvidenceLog,
): void {
  const { plan, startedUtc, observationDate, lawDate, simulated } = beginning;
  const { id, tripline, plant, packs, recheck, only, windowMs, everyMs } = request;
  const wishes = {
    ...(request.lawDate === undefined || recheck !== undefined ? {} : { lawDate: request.lawDate }),
    ...(windowMs === undefined ? {} : { windowMs }),
    ...(everyMs === undefined ? {} : { everyMs }),
  };
  const header: AuditHeader = {
    id,
    tripline,
    startedAt: isoLocal(startedUtc),
    observationDate,
    lawDate,
    // A re-inspection judges by the law of the audit that it cites, as it must: that alone makes no 推演 of it.
    hypothetical: recheck?.hypothetical ?? lawDate !== observationDate,
    window: plan.window,
    simulatedTime: simulated,
    ...(recheck === undefined ? {} : { recheck: citationIn(recheck) }),
    ...(only === undefined ? {} : { only }),
    ...(Object.keys(wishes).length === 0 ? {} : { wishes }),
  };
  log.append('audit-started', header);
  log.append('plant', plant);
  for (const { id, title, edition, sha256, rules } of packs)
    log.append('pack', { id, title, edition, sha256, rules: rules.length });
  for (const confirmation of request.confirmations ?? []) log.append('fact-confirmed', confirmation);
  for (const { evidence, ...demand } of cited)
    if (log.append('demand-cited', demand) !== evidence) throw new Error('a record was cited under another number');
  if (recheck !== undefined) log.append('recheck-basis', recheck.basis);
}

/** Writes, and gives, that an interrupted record goes on: how long the gap is, what is read again and what holds on. */
export function resumeRecord(
  { record, untold }: NonNullable<AuditRequest['resume']>,
  beginning: Beginning,
  controllers: { readonly read: readonly string[]; readonly kept: readonly string[] },
  log: EvidenceLog,
): Resumption {
  const { startedUtc, observationDate, lawDate } = beginning;
  for (const traffic of untold) log.append('traffic', traffic);
  const interruptedMs = lastHeardMs(record);
  const body: Resumption = {
    interruptedAt: isoLocal(interruptedMs),
    resumedAt: isoLocal(startedUtc),
    gapMs: Math.max(0, Math.round(startedUtc - interruptedMs)),
    observationDate,
    lawDate,
    hypothetical: lawDate !== observationDate,
    ...controllers,
  };
  log.append('audit-resumed', body);
  return body;
}

function citationIn({ audit, head, outcomes }: RecheckCitation): RecheckCitation {
  return { audit, head, outcomes };
}

/** `2018-02-01T10:00:00+08:00` */
export function isoLocal(utcMs: number): string {
  return `${localTime(utcMs).replace(' ', 'T')}+08:00`;
}
