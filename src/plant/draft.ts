import type { z } from 'zod';
import type { Enterprise, SourcePlace } from './plant.ts';
import type { Place } from './plant-fault.ts';
import type { controllerSchema } from './schema/controller.ts';
import type { declarationSchema } from './schema/declaration.ts';
import type { deviationSchema } from './schema/deviation.ts';
import type { documentSchema } from './schema/document.ts';
import type { functionSchema } from './schema/function.ts';
import type { gasDetectorSchema } from './schema/gas-detector.ts';
import type { hazardInstallationSchema } from './schema/hazard-installation.ts';
import type { permitSchema } from './schema/permit.ts';
import type { pointSchema } from './schema/point.ts';
import type { sequenceSchema } from './schema/sequence.ts';
import type { unitSchema } from './schema/unit.ts';
import type { Path } from './written-file.ts';

/** The nouns of one key of the file: those that could be read, and the names of those that could not. */
export interface Section<T> {
  readonly all: ReadonlyMap<string, T>;
  /** Declared, but at fault: a reference to one of these is no fault of its own. */
  readonly faulty: ReadonlySet<string>;
  /** Some of its declarations could not even be named: a list is missing, or something else stands in its place. */
  readonly incomplete: boolean;
}

export type DraftController = z.output<typeof controllerSchema>;
export type DraftFunction = z.output<typeof functionSchema>;
export type DraftPoint = z.output<typeof pointSchema> & { readonly declaredAt: SourcePlace };
export type DraftUnit = z.output<typeof unitSchema>;

/** The plant file as far as its own words go: every noun by itself, nothing cross-checked, addresses and expressions unread. */
export interface Draft {
  readonly enterprise?: Enterprise;
  readonly units: Section<DraftUnit>;
  readonly hazardInstallations: Section<z.output<typeof hazardInstallationSchema>>;
  readonly controllers: Section<DraftController>;
  readonly points: Section<DraftPoint>;
  readonly functions: Section<DraftFunction>;
  readonly sequences: Section<z.output<typeof sequenceSchema>>;
  readonly documents: Section<z.output<typeof documentSchema>>;
  /** By their index in the list. */
  readonly permits: ReadonlyMap<number, z.output<typeof permitSchema>>;
  readonly deviations: ReadonlyMap<number, z.output<typeof deviationSchema>>;
  readonly declarations: ReadonlyMap<number, z.output<typeof declarationSchema>>;
  readonly gasDetectors: Section<z.output<typeof gasDetectorSchema>>;
  /** Folder of the plant file: what it names beside itself stands there. */
  readonly folder: string;
  placeOf(path: Path): Place;
  /** Where a declaration stands. */
  placeOfKey(path: Path): Place;
  isWritten(path: Path): boolean;
  /** Where a point, or one of its keys, stands; in a list it is the line of the point. */
  placeOfPoint(tag: string, key?: string): Place;
}

/** True unless it is certain that nobody declared a noun of that name. */
export function mayBeDeclared(section: Section<unknown>, id: string): boolean {
  return section.all.has(id) || section.faulty.has(id) || section.incomplete;
}
