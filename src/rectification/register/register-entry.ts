import { z } from 'zod';
import { calendarDate } from '../../rules/index.ts';
import { citationSchema, movedSchema } from '../case/move.ts';
import { enterpriseSchema, openedSchema, seenSchema } from '../case/opened.ts';

const answer = z.strictObject({ yes: z.int(), no: z.int(), unknown: z.int() }).readonly();

/** One unit in the census of automation: how many functions are required, and the three answers. */
export const censusUnitSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    processes: z.array(z.string()).readonly(),
    required: z.int(),
    pass: z.int(),
    fail: z.int(),
    unknown: z.int(),
    built: answer,
    esdPresent: answer,
    inService: answer,
  })
  .readonly();
export type CensusUnit = z.infer<typeof censusUnitSchema>;

/** An audit that was taken into the register, with what the census needs of it. */
export const importedSchema = z
  .strictObject({
    audit: citationSchema,
    lawDate: calendarDate,
    simulated: z.boolean(),
    enterprise: enterpriseSchema,
    sectors: z.array(z.string()).readonly(),
    units: z.array(censusUnitSchema).readonly(),
    /** Failed outcomes for which no case is opened, counted by why not. */
    withoutCase: z.record(z.string(), z.int()),
    /** An audit that re-inspects: the head of the audit that it cites. */
    cites: z.string().optional(),
    date: calendarDate,
    by: z.string().min(1),
    recordedAt: z.string().min(19),
  })
  .readonly();
export type Imported = z.infer<typeof importedSchema>;

/** What each kind of entry in a register holds. */
const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('register-opened'),
    body: z.strictObject({ tripline: z.string(), recordedAt: z.string() }).readonly(),
  }),
  z.strictObject({ kind: z.literal('audit-imported'), body: importedSchema }),
  z.strictObject({ kind: z.literal('case-opened'), body: openedSchema }),
  z.strictObject({ kind: z.literal('case-seen'), body: seenSchema }),
  z.strictObject({ kind: z.literal('case-moved'), body: movedSchema }),
]);

/** An entry yet to be written. */
export type NewEntry = Readonly<z.infer<typeof entrySchema>>;

/** An entry as it stands in the register, with its number and hash. */
export type RegisterEntry = NewEntry & { readonly number: number; readonly hash: string };

/** The entry in a stored row; a row that this version cannot read throws with its number. */
export function parseEntry({ number, kind, body, hash }: StoredRow): RegisterEntry {
  const parsed = entrySchema.safeParse({ kind, body });
  if (!parsed.success) throw new Error(`entry ${number} (${kind}): ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, number, hash };
}

interface StoredRow {
  readonly number: number;
  readonly kind: string;
  readonly body: unknown;
  readonly hash: string;
}
