import { z } from 'zod';
import { dataTypes } from '../../protocols/index.ts';
import { pointRoles } from '../plant.ts';
import type { PlantFault } from '../plant-fault.ts';
import { readNoun } from '../read-section.ts';
import { noun } from '../schema/noun.ts';
import { words } from '../schema/written-forms.ts';
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
  }),
]);

const mappingSchema = noun({
  tripline_mapping: z.enum(['1']),
  files: z.record(z.string(), open(fileSchema)).optional(),
  types: z.record(z.string(), open(z.enum(dataTypes))).optional(),
  roles: z.record(z.string(), open(z.enum([...pointRoles, 'skip']))).optional(),
  tags: z.record(z.string(), open(tagSchema)).optional(),
});

/** What a person decided about imports: per file, per type in the export's words, per pattern of tags, per tag. */
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
