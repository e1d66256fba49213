import { z } from 'zod';
import { dataTypes } from '../../protocols/index.ts';
import { onesMeaning, pointRoles } from '../plant.ts';
import type { PlantFault } from '../plant-fault.ts';
import { readNoun } from '../read-section.ts';
import { noun } from '../schema/noun.ts';
import { duration, words } from '../schema/written-forms.ts';
import { parseWrittenFile } from '../written-file.ts';

/** A key without a value is a question that nobody has answered yet. */
const open = <S extends z.ZodType>(schema: S) =>
  z.preprocess((written) => (written === '' || written === null ? undefined : written), schema.optional());

const fileSchema = noun({
  controller: open(words).optional(),
  address: open(words).optional(),
  unit: open(words).optional(),
  solver: open(words).optional(),
  trip_kind: open(z.enum(['readable', 'constant', 'switch', 'amplifier', 'mirrored'])).optional(),
});

const tagSchema = z.union([
  z.literal('skip'),
  noun({
    controller: open(words).optional(),
    address: open(words).optional(),
    type: open(z.enum(dataTypes)).optional(),
    role: open(z.enum(pointRoles)).optional(),
    one_means: open(z.enum(onesMeaning)).optional(),
    heartbeat_of: open(words).optional(),
  }),
]);

/** Points of a final element, `{element}` for its name; `none` says that it has none. */
const elementSchema = z.union([
  z.literal('none'),
  noun({
    command: open(words).optional(),
    trip: open(z.enum(['energize', 'de-energize'])).optional(),
    closed: open(words).optional(),
    open: open(words).optional(),
    running: open(words).optional(),
    within: open(words.refine((written) => duration.safeParse(written).success)).optional(),
  }),
]);

const mappingSchema = noun({
  tripline_mapping: z.enum(['1']),
  files: z.record(z.string(), open(fileSchema)).optional(),
  types: z.record(z.string(), open(z.enum(dataTypes))).optional(),
  // What the site means by a unit: most write MPa for MPa(g), which is not the same here.
  units: z.record(z.string(), open(words)).optional(),
  roles: z.record(z.string(), open(z.enum([...pointRoles, 'skip']))).optional(),
  one_means: z.record(z.string(), open(z.enum(onesMeaning))).optional(),
  // The controller whose beat a point shows where it is not that of its own controller; no export tells.
  heartbeat_of: z.record(z.string(), open(words)).optional(),
  tags: z.record(z.string(), open(tagSchema)).optional(),
  elements: z.record(z.string(), open(elementSchema)).optional(),
  // The keys of a function as the plant file writes them, beside what the matrix says; `approved` goes to its trips.
  functions: z.record(z.string(), open(z.record(z.string(), z.unknown()))).optional(),
});

/** What a person decided about imports: per file, per type in the export's words, per pattern of tags, elements or functions, per tag. */
export type Mapping = z.output<typeof mappingSchema>;

/** Reads a mapping file; every fault with its line. */
export function readMapping(
  file: string,
  source: string,
): { readonly mapping: Mapping | undefined; readonly faults: readonly PlantFault[] } {
  const { written, faults: syntax } = parseWrittenFile(file, source);
  if (written === undefined) return { mapping: undefined, faults: syntax };
  const faults = [...syntax];
  const mapping = readNoun(written, [], written.value, mappingSchema, faults);
  return { mapping, faults };
}
