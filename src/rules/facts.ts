import type { HazardInstallation, Plant, Unit } from '../plant/index.ts';
import { isEmergencyKind } from './catalogue/index.ts';
import type { SubjectKind } from './rule.ts';
import type { Subject } from './subject.ts';

/** A declared fact, or the values that one could have which nobody declared. */
export type Fact = { readonly is: unknown } | { readonly oneOf: readonly unknown[] };

const ofTheEnterprise = { sectors: 'list<string>', enterprise_features: 'list<string>' } as const;
const ofAUnit = {
  ...ofTheEnterprise,
  processes: 'list<string>',
  scale: 'string',
  commissioned: 'string',
  features: 'list<string>',
  key_chemicals: 'list<string>',
  hazard_level: 'double',
  substances: 'list<string>',
} as const;

/** The facts that `applies_when` may name, by the kind of the subject, with the type that CEL gives each. */
export const factTypes: Readonly<Record<SubjectKind, Readonly<Record<string, string>>>> = {
  enterprise: { ...ofTheEnterprise, processes: 'list<string>', hazard_level: 'double', substances: 'list<string>' },
  unit: ofAUnit,
  'hazard-installation': {
    ...ofTheEnterprise,
    level: 'double',
    kind: 'string',
    substances: 'list<string>',
    processes: 'list<string>',
  },
  controller: { ...ofTheEnterprise, role: 'string', via: 'string', protocol: 'string' },
  'safety-function': { ...ofAUnit, emergency: 'bool', kinds: 'list<string>', sil: 'double', passive: 'bool' },
  'required-function': { ...ofAUnit, emergency: 'bool', kinds: 'list<string>', passive: 'bool' },
  'gas-detector': { ...ofAUnit, hazard: 'string', enclosed: 'bool' },
};

/** The facts of a subject. `expression` gives the values that are worth trying for what is not declared. */
export function factsOf(subject: Subject, expression: string): Readonly<Record<string, Fact>> {
  const { plant } = subject;
  const words = [...expression.matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? '');
  const enterprise = {
    sectors: { is: plant.enterprise.sectors },
    enterprise_features: list(plant.enterprise.features, words),
  };
  switch (subject.kind) {
    case 'enterprise': {
      const all = plant.units.flatMap((unit) => unit.processes);
      return { ...enterprise, processes: { is: all }, ...hazards(plant.hazardInstallations, plant, words) };
    }
    case 'controller': {
      const { role, via, endpoints } = subject.controller;
      return { ...enterprise, role: { is: role }, via: { is: via }, protocol: { is: endpoints[0].protocol } };
    }
    case 'hazard-installation': {
      const { level, substances, kind, units } = subject.installation;
      const processes = plant.units.filter((unit) => units.includes(unit.id)).flatMap((unit) => unit.processes);
      return {
        ...enterprise,
        level: { is: level },
        substances: { is: substances },
        kind: kind === undefined ? { oneOf: ['tank-farm', 'warehouse', 'production', 'other'] } : { is: kind },
        processes: { is: processes },
      };
    }
    case 'unit':
      return { ...enterprise, ...unitFacts(subject.unit, plant, words) };
    case 'safety-function': {
      const { unit, sil, document, serves = [] } = subject.function;
      const kinds = [...subject.rows.map((row) => row.row.kind), ...serves];
      return {
        ...enterprise,
        ...unitFacts(unitOf(plant, unit), plant, words),
        emergency: { is: subject.rows.some((row) => row.emergency) || serves.some(isEmergencyKind) },
        kinds: { is: kinds },
        sil: { is: sil ?? 0 },
        passive: { is: document !== undefined },
      };
    }
    case 'required-function': {
      const { unit, emergency, row, nature } = subject.required;
      return {
        ...enterprise,
        ...unitFacts(unit, plant, words),
        emergency: { is: emergency },
        kinds: { is: [row.kind] },
        passive: { is: nature === 'passive' },
      };
    }
    case 'gas-detector': {
      const { unit, hazard, enclosed } = subject.detector;
      return {
        ...enterprise,
        ...unitFacts(unitOf(plant, unit), plant, words),
        hazard: { is: hazard },
        enclosed: enclosed === undefined ? { oneOf: [true, false] } : { is: enclosed },
      };
    }
  }
}

function unitOf(plant: Plant, id: string): Unit {
  const unit = plant.units.find((candidate) => candidate.id === id);
  if (unit === undefined) throw new Error(`unit ${id} has passed the lint of the plant file`);
  return unit;
}

function unitFacts(unit: Unit, plant: Plant, words: readonly string[]): Readonly<Record<string, Fact>> {
  const { processes, scale, commissioned, features, keyChemicals } = unit;
  const own = plant.hazardInstallations.filter(({ units }) => units.includes(unit.id));
  return {
    processes: { is: processes },
    scale: scale === undefined ? { oneOf: ['large', 'highly-hazardous', 'other'] } : { is: scale.value },
    commissioned: commissioned === undefined ? { oneOf: around(words) } : { is: commissioned },
    features: list(features, words),
    key_chemicals: list(keyChemicals, words),
    ...hazards(own, plant, words),
  };
}

/** `hazard_level` is that of the gravest installation, 0 where there is none; level 1 is the gravest. */
function hazards(
  installations: readonly HazardInstallation[],
  plant: Plant,
  words: readonly string[],
): { readonly hazard_level: Fact; readonly substances: Fact } {
  if (plant.hazardInstallationsStated !== true)
    return { hazard_level: { oneOf: [0, 1, 2, 3, 4] }, substances: list(undefined, words) };
  const level = installations.length === 0 ? 0 : Math.min(...installations.map((each) => each.level));
  return { hazard_level: { is: level }, substances: { is: installations.flatMap((each) => each.substances) } };
}

/** An undeclared list may be empty, or hold whatever the expression looks for. */
function list(declared: readonly string[] | undefined, words: readonly string[]): Fact {
  return declared === undefined ? { oneOf: [[], words.length === 0 ? ['other'] : words] } : { is: declared };
}

/** Days before, on and after every date that an expression names. */
function around(words: readonly string[]): readonly string[] {
  return ['0001-01-01', ...words.flatMap((word) => [word, `${word}~`]), '9999-12-31'];
}
