import type { AuditRecord } from '../audit/index.ts';
import type { Plant, SafetyFunction, Unit } from '../plant/index.ts';

/**
 * What a record says of one unit: its rows, outcomes, readings and controllers. The conclusion stays that of the whole audit,
 * and the head of the chain that of the whole evidence. Undefined where the plant has no such unit.
 */
export function recordOfUnit(record: AuditRecord, id: string): AuditRecord | undefined {
  const { plant, coverage } = record;
  const unit = plant.units.find((it) => it.id === id);
  const counts = coverage.units.find((it) => it.unit === id);
  if (unit === undefined || counts === undefined) return undefined;
  const functions = plant.functions.filter((it) => it.unit === id);
  const installations = plant.hazardInstallations.filter((it) => it.units.includes(id)).map((it) => it.id);
  const ownOutcomes = record.outcomes.filter(
    ({ subject }) => subject.unit === id || subject.id === id || installations.includes(subject.id),
  );
  const tags = new Set([...wordsOf([unit.state, functions]), ...tagsBehind(ownOutcomes, record)]);
  const points = new Map([...plant.points].filter(([tag]) => tags.has(tag)));
  const solvers = functions.flatMap(({ solver }) => solver ?? []);
  const involved = new Set([...solvers, ...[...points.values()].map((point) => point.controller)]);
  const isInvolved = (controller: string) => involved.has(controller);
  const { unit: _name, ...all } = counts;
  return {
    ...record,
    plant: plantOfUnit(plant, unit, functions, points, isInvolved),
    controllers: record.controllers.filter((it) => isInvolved(it.id)),
    observations: record.observations.filter((it) => points.has(it.tag)),
    unitStates: record.unitStates.filter((it) => it.unit === id),
    ...(record.witness === undefined ? {} : { witness: record.witness.filter((it) => points.has(it.tag)) }),
    ...(record.expertFindings === undefined
      ? {}
      : { expertFindings: record.expertFindings.filter((it) => it.unit === undefined || it.unit === id) }),
    outcomes: record.outcomes.filter(
      (it) => ownOutcomes.includes(it) || (it.subject.kind === 'controller' && isInvolved(it.subject.id)),
    ),
    coverage: { rows: coverage.rows.filter((row) => row.unit === id), units: [counts], all },
    traffic: record.traffic.filter((it) => isInvolved(it.controller)),
  };
}

function plantOfUnit(
  plant: Plant,
  unit: Unit,
  functions: readonly SafetyFunction[],
  points: Plant['points'],
  isInvolved: (controller: string) => boolean,
): Plant {
  return {
    ...plant,
    units: [unit],
    functions,
    points,
    controllers: plant.controllers.filter((it) => isInvolved(it.id)),
    sequences: plant.sequences.filter((it) => it.unit === unit.id),
    hazardInstallations: plant.hazardInstallations.filter((it) => it.units.includes(unit.id)),
    deviations: plant.deviations.filter(({ of }) =>
      'unit' in of ? of.unit === unit.id : functions.some((it) => it.id === of.function),
    ),
  };
}

/** The tags that outcomes rest on, or miss. */
function tagsBehind(outcomes: AuditRecord['outcomes'], { observations }: AuditRecord): readonly string[] {
  const cited = new Set(outcomes.flatMap((outcome) => outcome.parts.flatMap((part) => part.evidence)));
  const missed = outcomes.flatMap((outcome) => outcome.parts.flatMap((part) => part.missing.map(({ of }) => of)));
  return [...observations.filter((it) => cited.has(it.evidence)).map((it) => it.tag), ...missed];
}

/** Every word of a declaration: the tags are among them. */
function wordsOf(declared: unknown): readonly string[] {
  if (typeof declared === 'string') return [declared];
  return typeof declared === 'object' && declared !== null ? Object.values(declared).flatMap(wordsOf) : [];
}
