import type { Controller, Plant } from '../plant/index.ts';
import { lineOf } from '../protocols/index.ts';
import { bindRules, type Catalogue, type Confirmation, localDate, type Pack } from '../rules/index.ts';
import { beginRecord, isoLocal, resumeRecord } from './begin-record.ts';
import { mapBySubject } from './by-subject.ts';
import { type Collected, type CollectWiring, collect } from './collect.ts';
import { conclude } from './conclude.ts';
import { coverageOf } from './coverage.ts';
import { inTurn } from './in-turn.ts';
import { judge, leftOut } from './judge.ts';
import type { Selector } from './only.ts';
import { type AuditPlan, planAudit } from './plan.ts';
import type { PlannedJudgement } from './planned-judgement.ts';
import type { AuditProgress } from './progress.ts';
import type { AuditRecord, Conclusion, ControllerTraffic, RecheckBasis, RecheckCitation } from './record.ts';
import { collectedBefore, keptControllers } from './resume.ts';
import { RunningCoverage } from './running-coverage.ts';
import { type Judged, judgedAs, sayOnce } from './say-once.ts';
import type { Selection } from './select-judgements.ts';
import { countingProgress, plannedProgress } from './tell-progress.ts';
import { unitStates } from './unit-state.ts';
import { citeWatch, type WatchRecord, witnessedOf } from './watch/index.ts';
import { type WitnessWiring, witness } from './witness.ts';

/** What an audit is asked to do. */
export interface AuditRequest {
  readonly id: string;
  readonly tripline: string;
  readonly plant: Plant;
  readonly packs: readonly Pack[];
  readonly catalogue: Catalogue;
  /** What packs and catalogue were raised by; recorded, so that every report shows it. */
  readonly confirmations?: readonly Confirmation[];
  /** Default: the observation date. */
  readonly lawDate?: string;
  /** Overrides what the rules ask for; a rule that needs a longer window is then unknown. */
  readonly windowMs?: number;
  /** Overrides the interval between two looks in the window; a rule that needs a shorter one is then unknown. */
  readonly everyMs?: number;
  /** Judge these only: the rest of the plant stands in the record as not selected, and the denominators stay. */
  readonly only?: readonly Selector[];
  /** Watches of this plant whose records are to be used. */
  readonly watches?: readonly WatchRecord[];
  /** Where all controllers are files: the moment as of which they are judged. Absent = now. */
  readonly observedAtMs?: number;
  /** Goes on with an unfinished record, whose log must be behind its last entry; `untold`: traffic that it does not tell. */
  readonly resume?: { readonly record: AuditRecord; readonly untold: readonly ControllerTraffic[] };
  /** A re-inspection: which rules and subjects to judge again, and the audit that it cites. Nothing else is read. */
  readonly recheck?: RecheckCitation & {
    readonly concerns: Selection;
    readonly hypothetical: boolean;
    readonly basis: RecheckBasis;
  };
}

/** How an audit ended: with a conclusion, or stopped by the operator, in which case the evidence has no end. */
export type AuditEnd = { readonly finished: true; readonly conclusion: Conclusion } | { readonly finished: false };

/** What an audit is wired to. */
export type AuditWiring = Omit<CollectWiring, 'progress'> &
  WitnessWiring & { readonly progress: (event: AuditProgress) => void };

/**
 * One audit, start to end: plan → connect and collect over a window → judge → record. Everything that it sees and says
 * goes into the evidence log as it happens; the report is drawn from the log alone.
 */
export async function runAudit(request: AuditRequest, wiring: AuditWiring): Promise<AuditEnd> {
  const { catalogue, packs } = request;
  const { log, clock } = wiring;

  // Plan: which rules are in force, whom they concern, and from that exactly what will be read.
  const startedUtc = clock.now().utc;
  const observationDate = localDate(request.observedAtMs ?? startedUtc);
  const lawDate = request.lawDate ?? observationDate;
  const rules = bindRules(packs, lawDate);
  // An interrupted record cites already what it was begun with.
  const cited =
    request.resume?.record.demands ??
    (request.watches ?? [])
      .flatMap((watch) => citeWatch(watch, request.plant, { observationDate, isSimulated: clock.simulated }))
      // Checks name the entries before these are written: header, plant, packs and confirmations stand in front of them.
      .map((one, index) => ({ ...one, evidence: 3 + packs.length + (request.confirmations?.length ?? 0) + index }));
  const plan = planAudit(
    request.plant,
    catalogue,
    rules,
    { observationDate, lawDate, witnessed: witnessedOf(cited) },
    { windowMs: request.windowMs, everyMs: request.everyMs, concerns: request.recheck?.concerns, only: request.only },
  );
  const { plant } = plan;
  const asked = plant.controllers.filter(isAsked(plan));
  const beginning = { plan, startedUtc, observationDate, lawDate, simulated: clock.simulated };
  const { resume } = request;
  // Whom a second implementation reads again after us, we read again, too.
  const kept =
    resume === undefined || wiring.askWitness !== undefined
      ? new Set<string>()
      : keptControllers(resume.record, plan, plant, startedUtc);
  const open = asked.filter(({ id }) => !kept.has(id));
  const idsOf = (controllers: readonly Controller[]) => controllers.map(({ id }) => id);
  if (resume === undefined) beginRecord(request, { ...beginning, cited }, log);
  else {
    const held = asked.filter(({ id }) => kept.has(id));
    const resumption = resumeRecord(resume, beginning, { read: idsOf(open), kept: idsOf(held) }, log);
    wiring.progress({ kind: 'resumed', id: request.id, resumption });
  }

  // Collect: all controllers side by side, each over its own connection; those on one serial line one after another.
  const onItsLine = inTurn();
  const seen = new RunningCoverage(plant, catalogue, plan.judgements);
  const collecting = { ...wiring, progress: countingProgress(seen, wiring.progress) };
  wiring.progress(plannedProgress(open, plan, seen));
  const collected = await Promise.all(
    open.map((controller: Controller) =>
      onItsLine(linesOf(controller), async () =>
        witness(controller, plan, await collect(controller, plan, collecting), wiring),
      ),
    ),
  );
  if (wiring.signal.aborted) {
    // What was sent until then belongs to the record of a stopped run, too.
    for (const { traffic } of collected) log.append('traffic', traffic);
    return { finished: false };
  }
  const before = resume === undefined ? [] : [...kept].map((id) => collectedBefore(resume.record, plant, id));
  const observed = new Map([...before, ...collected].map((each) => [each.controller.id, each]));

  wiring.progress({ kind: 'judging', judgements: plan.judgements.length });

  // Judge: identities first, since a controller that is not the declared one proves nothing for the others.
  const context = { plant, observed, observationDate, lawDate };
  const isIdentity = (planned: PlannedJudgement) => planned.bound.rule.check.use === 'controller-identity';
  const run = (planned: PlannedJudgement, unattributable: ReadonlySet<string>, states = noStates): Judged =>
    judgedAs(planned, judge(planned, { ...context, unattributable, unitStates: states }));
  const identities = plan.judgements.filter(isIdentity).map((planned) => run(planned, new Set()));
  const unattributable = new Set(
    identities.flatMap(({ checked: { outcome } }) => (outcome.result === 'fail' ? [outcome.subject.id] : [])),
  );
  const states = unitStates(plant, observed, unattributable, request.observedAtMs ?? clock.now().utc, log);
  const others = mapBySubject(
    plan.judgements.filter((planned) => !isIdentity(planned)),
    (planned) => run(planned, unattributable, states),
  );
  const unselected = (plan.unselected ?? []).map((planned) => judgedAs(planned, leftOut(planned, context)));
  const checked = sayOnce([...identities, ...others, ...unselected]);
  const coverage = coverageOf(plant, catalogue, checked);
  const outcomes = checked.map(({ outcome }) => outcome);
  const conclusion = conclude(outcomes, coverage, request.only !== undefined);

  // Record.
  for (const outcome of outcomes) log.append('outcome', outcome);
  log.append('coverage', coverage);
  for (const { traffic } of collected satisfies readonly Collected[]) log.append('traffic', traffic);
  log.append('conclusion', conclusion);
  log.append('audit-finished', { finishedAt: isoLocal(clock.now().utc) });
  return { finished: true, conclusion };
}

/** An audit looks at every controller; a re-inspection only at those that its judgements rest on. */
function isAsked({ controllers }: AuditPlan): (controller: Controller) => boolean {
  return ({ id }) => controllers === undefined || controllers.has(id);
}

function linesOf({ endpoints }: Controller): readonly string[] {
  return endpoints.flatMap((endpoint) => lineOf(endpoint) ?? []);
}

const noStates: ReturnType<typeof unitStates> = [];
