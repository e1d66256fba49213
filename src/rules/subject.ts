import type { Controller, GasDetector, HazardInstallation, Plant, SafetyFunction, Unit } from '../plant/index.ts';
import type { RequiredFunction } from './catalogue/index.ts';

/** A declared function with the kinds that it serves: of the rows that it covers, and by its own word. */
export interface KindedFunction {
  readonly function: SafetyFunction;
  readonly kinds: readonly string[];
}

/** What a rule is about: one thing that the plant file declares, or one required function of one unit. */
export type Subject =
  | {
      readonly kind: 'enterprise';
      readonly id: string;
      readonly functions: readonly KindedFunction[];
      readonly plant: Plant;
    }
  | { readonly kind: 'controller'; readonly id: string; readonly controller: Controller; readonly plant: Plant }
  | {
      readonly kind: 'safety-function';
      readonly id: string;
      readonly function: SafetyFunction;
      /** The rows of the catalogue that it covers, of its own unit. */
      readonly rows: readonly RequiredFunction[];
      readonly plant: Plant;
    }
  | {
      readonly kind: 'required-function';
      readonly id: string;
      readonly required: RequiredFunction;
      readonly coveredBy: readonly SafetyFunction[];
      readonly plant: Plant;
    }
  | {
      readonly kind: 'unit';
      readonly id: string;
      readonly unit: Unit;
      /** All rows of the catalogue for this unit. */
      readonly required: readonly RequiredFunction[];
      readonly functions: readonly KindedFunction[];
      readonly plant: Plant;
    }
  | {
      readonly kind: 'hazard-installation';
      readonly id: string;
      readonly installation: HazardInstallation;
      /** The functions of its units. */
      readonly functions: readonly KindedFunction[];
      readonly plant: Plant;
    }
  | { readonly kind: 'gas-detector'; readonly id: string; readonly detector: GasDetector; readonly plant: Plant };

export type SubjectOf<K extends Subject['kind']> = Extract<Subject, { kind: K }>;
