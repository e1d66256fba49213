import { basename, dirname } from 'node:path';
import { text } from '../messages/index.ts';
import type { Draft } from './draft.ts';
import type { Plant } from './plant.ts';
import { faultAt, type PlantFault } from './plant-fault.ts';
import { readPoints } from './read-points.ts';
import { readList, readNoun, readSection } from './read-section.ts';
import { readSource, type SourceReader } from './read-source.ts';
import { controllerSchema } from './schema/controller.ts';
import { declarationSchema } from './schema/declaration.ts';
import { deviationSchema } from './schema/deviation.ts';
import { documentSchema } from './schema/document.ts';
import { enterpriseSchema } from './schema/enterprise.ts';
import { functionSchema } from './schema/function.ts';
import { gasDetectorSchema } from './schema/gas-detector.ts';
import { hazardInstallationSchema } from './schema/hazard-installation.ts';
import { permitSchema } from './schema/permit.ts';
import { plantFileSchema } from './schema/plant-file.ts';
import { sequenceSchema } from './schema/sequence.ts';
import { unitSchema } from './schema/unit.ts';
import { parseWrittenFile } from './written-file.ts';

/** What reading the files gave: the draft as far as it goes, the files, and the faults in their own words. */
export interface ReadDraft {
  /** Absent where the file is missing or its syntax is broken. */
  readonly draft?: Draft;
  readonly sources: Plant['sources'];
  readonly faults: readonly PlantFault[];
}

/** Reads a plant file and the lists beside it, noun by noun: a fault in one hides no fault in another. */
export function readDraft(path: string, read: SourceReader = readSource): ReadDraft {
  const source = read(path);
  if (source === undefined) {
    const place = { file: path, line: 1, path: '' };
    return { sources: [], faults: [faultAt(place, text('plant.file-missing', { file: path }))] };
  }
  const { written: file, faults: syntax } = parseWrittenFile(path, source.text);
  const name = basename(path);
  const own = { file: name, sha256: source.sha256 };
  if (file === undefined) return { sources: [own], faults: syntax };

  const faults = [...syntax];
  readNoun(file, [], file.value, plantFileSchema, faults);
  const below = membersOf(file.value);
  const folder = dirname(path);
  const points = readPoints(file, below('points'), { name, folder, read }, faults);
  const enterprise = readNoun(file, ['enterprise'], below('enterprise'), enterpriseSchema, faults);
  const section = <S extends Parameters<typeof readSection>[3]>(key: string, schema: S) =>
    readSection(file, key, below(key), schema, faults);
  const draft: Draft = {
    ...(enterprise === undefined ? {} : { enterprise }),
    units: section('units', unitSchema),
    hazardInstallations: section('hazard_installations', hazardInstallationSchema),
    controllers: section('controllers', controllerSchema),
    points: points.section,
    functions: section('functions', functionSchema),
    sequences: section('sequences', sequenceSchema),
    documents: section('documents', documentSchema),
    permits: readList(file, 'permits', below('permits'), permitSchema, faults),
    deviations: readList(file, 'deviations', below('deviations'), deviationSchema, faults),
    declarations: readList(file, 'declarations', below('declarations'), declarationSchema, faults),
    gasDetectors: section('gas_detection', gasDetectorSchema),
    folder,
    placeOf: (at) => file.placeOf(at),
    placeOfKey: (at) => file.placeOfKey(at),
    isWritten: (at) => file.isWritten(at),
    placeOfPoint: (tag, key) => points.placeOf(tag, key),
  };
  return { draft, sources: [own, ...points.sources], faults };
}

function membersOf(value: unknown): (key: string) => unknown {
  const members = new Map<string, unknown>(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [],
  );
  return (key) => members.get(key);
}
