import { type Controller, type HazardInstallation, indexOf, type Plant, type Unit } from '../plant/index.ts';
import { isEmergencyKind, processesInScope } from './catalogue/index.ts';
import type { SubjectKind } from './rule.ts';
import type { Subject } from './subject.ts';

/** A declared fact, or the values that one could have which nobody declared. */
export type Fact = { readonly is: unknown } | { readonly oneOf: readonly unknown[] };

const ofTheEnterprise = { sectors: 'list<string>', producer: 'bool', enterprise_features: 'list<string>' } as const;
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
  controller: {
    ...ofTheEnterprise,
    role: 'string',
    via: 'string',
    protocol: 'string',
    processes: 'list<string>',
    hazard_level: 'double',
  },
  'safety-function': { ...ofAUnit, emergency: 'bool', kinds: 'list<string>', sil: 'double', passive: 'bool' },
  'required-function': { ...ofAUnit, emergency: 'bool', kinds: 'list<string>', passive: 'bool' },
  'gas-detector': { ...ofAUnit, hazard: 'string', enclosed: 'bool' },
};

/** Every name that a fact of any subject has. */
export const factNames: readonly string[] = [
  ...new Set(Object.values(factTypes).flatMap((types) => Object.keys(types))),
];

/**
 * A fact of a subject by its name; undefined where subjects of its kind have none. `words` are the values that are worth
 * trying for what is not declared.
 */
export function factOf(name: string, subject: Subject, words: readonly string[]): Fact | undefined {
  const { plant } = subject;
  if (name === 'sectors') return { is: plant.enterprise.sectors };
  if (name === 'producer') {
    const { producer } = plant.enterprise;
    return producer === undefined ? { oneOf: [true, false] } : { is: producer };
  }
  if (name === 'enterprise_features') return list(plant.enterprise.features, words);
  switch (subject.kind) {
    case 'enterprise':
      if (name === 'processes') return { is: plant.units.flatMap((unit) => processesInScope(unit, plant)) };
      return hazardFact(name, plant.hazardInstallations, plant, words);
    case 'controller':
      return controllerFact(name, subject.controller, plant);
    case 'hazard-installation':
      return installationFact(name, subject.installation, plant);
    case 'unit':
      return unitFact(name, subject.unit, plant, words);
    case 'safety-function': {
      const { unit, sil, document, serves = [] } = subject.function;
      const { rows } = subject;
      if (name === 'emergency') return { is: rows.some((row) => row.emergency) || serves.some(isEmergencyKind) };
      if (name === 'kinds') return { is: [...rows.map((row) => row.row.kind), ...serves] };
      if (name === 'sil') return { is: sil ?? 0 };
      if (name === 'passive') return { is: document !== undefined };
      return unitFact(name, unitOf(plant, unit), plant, words);
    }
    case 'required-function': {
      const { unit, emergency, row, nature } = subject.required;
      if (name === 'emergency') return { is: emergency };
      if (name === 'kinds') return { is: [row.kind] };
      if (name === 'passive') return { is: nature === 'passive' };
      return unitFact(name, unit, plant, words);
    }
    case 'gas-detector': {
      const { unit, hazard, enclosed } = subject.detector;
      if (name === 'hazard') return { is: hazard };
      if (name === 'enclosed') return enclosed === undefined ? { oneOf: [true, false] } : { is: enclosed };
      return unitFact(name, unitOf(plant, unit), plant, words);
    }
  }
}

function controllerFact(name: string, { id, role, via, endpoints }: Controller, plant: Plant): Fact | undefined {
  if (name === 'role') return { is: role };
  if (name === 'via') return { is: via };
  if (name === 'protocol') return { is: endpoints[0].protocol };
  if (name === 'processes')
    return { is: [...new Set(unitsServedBy(id, plant).flatMap((unit) => processesInScope(unit, plant)))] };
  if (name !== 'hazard_level') return undefined;
  const { installationsOf } = indexOf(plant);
  const installations = unitsServedBy(id, plant).flatMap((unit) => installationsOf(unit.id));
  return hazardFact(name, installations, plant, []);
}

/** The units whose functions a controller executes; of one that executes none nobody said which, so all of them. */
function unitsServedBy(controller: string, plant: Plant): readonly Unit[] {
  const { functionsOf } = indexOf(plant);
  const own = plant.units.filter(({ id }) => functionsOf(id).some(({ solver }) => solver === controller));
  return own.length === 0 ? plant.units : own;
}

function installationFact(
  name: string,
  { level, substances, kind, units }: HazardInstallation,
  plant: Plant,
): Fact | undefined {
  if (name === 'level') return { is: level };
  if (name === 'substances') return { is: substances };
  if (name === 'kind')
    return kind === undefined ? { oneOf: ['tank-farm', 'warehouse', 'production', 'other'] } : { is: kind };
  const { unit } = indexOf(plant);
  return name === 'processes'
    ? {
        is: [...new Set(units)].flatMap((id) => {
          const own = unit(id);
          return own === undefined ? [] : processesInScope(own, plant);
        }),
      }
    : undefined;
}

function unitOf(plant: Plant, id: string): Unit {
  const unit = indexOf(plant).unit(id);
  if (unit === undefined) throw new Error(`unit ${id} has passed the lint of the plant file`);
  return unit;
}

function unitFact(name: string, unit: Unit, plant: Plant, words: readonly string[]): Fact | undefined {
  const { scale, commissioned, features, keyChemicals } = unit;
  if (name === 'processes') return { is: processesInScope(unit, plant) };
  if (name === 'scale')
    return scale === undefined ? { oneOf: ['large', 'highly-hazardous', 'other'] } : { is: scale.value };
  if (name === 'commissioned') return commissioned === undefined ? { oneOf: around(words) } : { is: commissioned };
  if (name === 'features') return list(features, words);
  if (name === 'key_chemicals') return list(keyChemicals, words);
  return hazardFact(name, indexOf(plant).installationsOf(unit.id), plant, words);
}

/** `hazard_level` is that of the gravest installation, 0 where there is none; level 1 is the gravest. */
function hazardFact(
  name: string,
  installations: readonly HazardInstallation[],
  plant: Plant,
  words: readonly string[],
): Fact | undefined {
  const isStated = plant.hazardInstallationsStated === true;
  if (name === 'hazard_level')
    return isStated ? { is: gravest(installations.map(({ level }) => level)) } : { oneOf: [0, 1, 2, 3, 4] };
  if (name !== 'substances') return undefined;
  return isStated ? { is: installations.flatMap(({ substances }) => substances) } : list(undefined, words);
}

function gravest(levels: readonly number[]): number {
  return levels.length === 0 ? 0 : Math.min(...levels);
}

/** An undeclared list may be empty, or hold whatever the expression looks for. */
function list(declared: readonly string[] | undefined, words: readonly string[]): Fact {
  return declared === undefined ? { oneOf: [[], words.length === 0 ? ['other'] : words] } : { is: declared };
}

/** Days before, on and after every date that an expression names. */
function around(words: readonly string[]): readonly string[] {
  return ['0001-01-01', ...words.flatMap((word) => [word, `${word}~`]), '9999-12-31'];
}
