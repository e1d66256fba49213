import { z } from 'zod';
import { confidences, outcomeWords, unitStateWords } from '../../../rules/index.ts';
import { demandSchema } from './demand-schema.ts';
import { count, date, partSchema, sentence, sha256 } from './schema-words.ts';

const fault = z
  .strictObject({ kind: z.string(), because: sentence })
  .describe('Why a controller gave nothing; never pass or fail');

const answer = z
  .strictObject({ yes: count, no: count, unknown: count })
  .meta({ id: 'Answer' })
  .describe('The three add up to the denominator');

const judgedOf = z.strictObject({ required: count, judged: count });

const counts = {
  required: count,
  live: judgedOf,
  document: judgedOf,
  pass: count,
  fail: count,
  unknown: count,
  unconfirmedBasis: count,
  recommended: count,
  built: answer,
  esdPresent: answer,
  inService: answer,
};

const cell = z.enum(['yes', 'no', 'unknown', 'not-judged']);

const row = z.strictObject({
  id: z.string(),
  unit: z.string(),
  process: z.string(),
  row: z.string(),
  name: z.string(),
  nature: z.string(),
  emergency: z.boolean(),
  standing: z.enum(['required', 'unconfirmed-basis', 'recommended', 'scale-unknown']),
  proof: z.enum(['live', 'document']),
  functions: z.array(z.string()),
  cells: z.strictObject({
    declared: cell,
    built: cell,
    independent: cell,
    live: cell,
    setting: cell,
    action: cell,
    inService: cell,
  }),
  result: z.enum(['pass', 'fail', 'unknown']),
  because: z.array(sentence),
  uncovered: z.strictObject({ triggers: z.array(z.string()), actions: z.array(z.string()) }),
});

const clause = z
  .strictObject({
    document: z.string(),
    item: z.union([z.string(), z.number()]).optional(),
    fact: z.string(),
    confidence: z.enum(confidences),
  })
  .meta({ id: 'Clause' });

const weight = z.enum(['binding', 'not-yet-due', 'advisory', 'unconfirmed-basis', 'house']);

const outcome = z.strictObject({
  id: z.string(),
  rule: z.string(),
  pack: z.string(),
  subject: z.strictObject({
    kind: z.string(),
    id: z.string(),
    name: z.string(),
    unit: z.string().optional(),
    rows: z.array(z.string()),
  }),
  result: z.enum(outcomeWords),
  weight,
  severity: z.enum(['major', 'borderline', 'general', 'lesser']).describe('Of a fail'),
  statement: z.string(),
  because: z.array(sentence),
  expected: z.array(sentence),
  actual: z.array(sentence),
  missing: z.array(z.strictObject({ of: z.string(), why: sentence })),
  parts: z.array(partSchema),
  clause: clause.optional(),
  also: z.array(clause),
  behind: z
    .array(
      z.strictObject({
        rule: z.string(),
        pack: z.string(),
        statement: z.string(),
        weight,
        clause: clause.optional(),
        untold: z.array(z.string()).optional().describe('What nobody declared and what decides whether it applies'),
      }),
    )
    .optional()
    .describe('Rules that come to the same about the same subject, said here only; absent where there are none'),
  severityBasis: clause.optional(),
  due: z.strictObject({ policy: z.string(), date }).optional(),
  proposedLimit: z.strictObject({ from: date, days: count, date }).optional(),
  immediate: z.string().optional(),
  remediation: z.string(),
  evidence: z.array(count).describe('Numbers of entries in audit.sqlite'),
});

const controller = z.strictObject({
  id: z.string(),
  protocol: z.enum(['opcua', 'modbus', 'modbus-rtu', 's7', 'file', 'unknown']),
  via: z.string(),
  endpoint: z.string(),
  identity: z
    .strictObject({
      vendor: z.string().optional(),
      model: z.string().optional(),
      serial: z.string().optional(),
      firmware: z.string().optional(),
      name: z.string().optional(),
      protectionLevel: z.number().optional(),
    })
    .optional()
    .describe('What it says of itself; absent when it said nothing'),
  state: z.enum(['run', 'stop', 'not-served', 'unknown']),
  clockOffsetMs: z.number().optional().describe('By how much its clock is ahead; absent when it serves none'),
  passwordOverNone: z
    .literal('accepted')
    .optional()
    .describe('The plant file accepts that the password crosses an unencrypted connection'),
  otherHostInCertificate: z
    .literal('accepted')
    .optional()
    .describe('The plant file accepts that the trusted server certificate was issued for another host'),
  serviceLevel: z.number().optional().describe('OPC UA: how well this server can serve data, 0 to 255'),
  namespaces: z.array(z.string()).optional().describe('OPC UA: the namespace table; absent when it was not told'),
  endpoints: z
    .array(z.strictObject({ mode: z.string(), policy: z.string(), users: z.array(z.string()) }))
    .optional()
    .describe('OPC UA: security modes and policies that the server offers, each with its kinds of user token'),
  points: z.strictObject({ asked: count, read: count }),
  exported: z
    .strictObject({
      by: z.string(),
      on: date,
      zoneMinutes: z.int(),
      until: z.string(),
      files: z.array(
        z.strictObject({
          name: z.string(),
          sha256,
          bytes: count,
          holds: z.enum(['samples', 'changes', 'events', 'snapshot']),
          rows: count,
          later: count,
          refused: z.array(z.strictObject({ place: z.string(), because: sentence })),
        }),
      ),
    })
    .optional()
    .describe('It was not read: what was taken from exported files, and the rows that were not used'),
  sampling: z
    .strictObject({ rounds: count, everyMs: count, longestMs: count })
    .optional()
    .describe('How often it was read: the interval that was asked for, and the longest between two rounds'),
  durationMs: z.number(),
  standby: z.array(z.strictObject({ endpoint: z.string(), state: z.string(), fault: fault.optional() })),
  fault: fault.optional(),
  evidence: count,
});

const totals = {
  connections: count,
  requests: z.record(z.string(), count),
  bytesOut: count,
  bytesIn: count,
  peakPerSecond: count,
  writes: z.literal(0),
};

const traffic = z.strictObject({
  controller: z.string(),
  ...totals,
  /** What of it a second implementation sent and got. */
  witness: z.strictObject(totals).optional(),
});

/** What result.json holds; the shipped JSON Schema is made from this and from nothing else. */
export const resultSchema = z
  .strictObject({
    format: z.literal('tripline-result/1'),
    tripline: z.string().describe('Version of the tool'),
    language: z.enum(['zh', 'en']),
    audit: z.strictObject({
      id: z.string(),
      startedAt: z.string(),
      finishedAt: z.string().optional().describe('Absent when the audit was cut off: then nothing is complete'),
      finished: z.boolean(),
      observationDate: date,
      lawDate: date,
      hypothetical: z.boolean(),
      simulatedTime: z.boolean(),
      window: z.strictObject({ ms: count, everyMs: count }),
      resumptions: z
        .array(
          z.strictObject({
            interruptedAt: z.string(),
            resumedAt: z.string(),
            gapMs: count,
            read: z.array(z.string()),
            kept: z.array(z.string()),
          }),
        )
        .optional()
        .describe('It was interrupted and gone on with: the gaps, and the controllers read again or kept'),
      only: z
        .array(z.strictObject({ kind: z.enum(['unit', 'controller', 'function', 'rule']), id: z.string() }))
        .optional()
        .describe('What the audit was confined to; absent: the whole plant'),
      chainHead: z.string(),
      entries: count,
    }),
    enterprise: z.strictObject({
      name: z.string(),
      uscc: z.string(),
      town: z.string().optional(),
      sectors: z.array(z.string()),
    }),
    units: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        processes: z.array(z.string()),
        state: z.enum(unitStateWords),
      }),
    ),
    packs: z.array(z.strictObject({ id: z.string(), title: z.string(), edition: z.string(), sha256, rules: count })),
    /** Facts that somebody vouched for with a document of their own: clauses that rest on them were judged as verified. */
    confirmations: z.array(
      z.strictObject({ fact: z.string(), document: z.string(), sha256, by: z.string(), on: date }),
    ),
    controllers: z.array(controller),
    coverage: z.strictObject({
      all: z.strictObject(counts),
      units: z.array(z.strictObject({ unit: z.string(), ...counts })),
      rows: z.array(row),
    }),
    outcomes: z.array(outcome),
    demands: z
      .array(demandSchema)
      .optional()
      .describe(
        'Records of watches that the audit cites: demands and tests that were seen; absent where none was cited',
      ),
    expertFindings: z
      .array(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          unit: z.string().optional(),
          subject: z.string().optional(),
          clause: clause.nullable().describe('null: not known'),
          photographs: z.array(z.strictObject({ file: z.string(), sha256 })),
          by: z.string(),
          date,
          remediation: z.string().optional(),
          recordedAt: z.string(),
          evidence: count,
        }),
      )
      .optional()
      .describe('What people saw on site and added to the evidence: no verdict of the machine, counted nowhere'),
    traffic: z.array(traffic),
    conclusion: z.strictObject({
      result: z.enum(['satisfied', 'not-satisfied', 'inconclusive']),
      exitCode: z.union([z.literal(0), z.literal(1), z.literal(3)]),
      fullCoverage: z.boolean(),
    }),
  })
  .meta({ title: 'Tripline audit result', description: 'The result of one audit, as result.json holds it.' });

/** A result document; a number in it is finite, an identifier is text. */
export type ResultDocument = z.infer<typeof resultSchema>;

/** The JSON Schema of result.json, as it ships. */
export function resultJsonSchema(): unknown {
  return z.toJSONSchema(resultSchema, { target: 'draft-2020-12' });
}
