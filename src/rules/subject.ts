import type { Controller, Plant, SafetyFunction, Unit } from '../plant/index.ts';
import type { RequiredFunction } from './catalogue/index.ts';

/** What a rule is about: one controller, one safety function, one required function of one unit, or one unit. */
export type Subject =
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
  | { readonly kind: 'unit'; readonly id: string; readonly unit: Unit; readonly plant: Plant };

export type SubjectOf<K extends Subject['kind']> = Extract<Subject, { kind: K }>;
