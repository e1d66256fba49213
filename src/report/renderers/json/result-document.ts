import type { Answer, AuditRecord, CoverageCounts, CoverageRow } from '../../../audit/index.ts';
import type { Language } from '../../../messages/index.ts';
import type { Traffic } from '../../../protocols/index.ts';
import { inDeclaredOrder } from '../../declared-order.ts';
import { isFullCoverage } from '../../verdict.ts';
import { type Voice, voiceOf } from '../../words/index.ts';
import { controllerDocument } from './controller-document.ts';
import { demandDocument } from './demand-document.ts';
import { clauseDocument, outcomeDocument, sentenceDocument } from './outcome-document.ts';
import { type ResultDocument, resultSchema } from './result-schema.ts';

/**
 * The result of an audit for machines (ux.md §2), in one language, checked against its own schema: a record that does not
 * fit throws. The same record gives the same document with its keys in the same order.
 */
export function resultDocument(record: AuditRecord, language: Language = 'zh'): ResultDocument {
  const voice = voiceOf(language);
  const { plant, header, coverage, conclusion } = record;
  const { enterprise } = plant;
  return resultSchema.parse({
    format: 'tripline-result/1',
    tripline: header.tripline,
    language,
    audit: auditDocument(record),
    enterprise: {
      name: enterprise.name,
      uscc: enterprise.uscc,
      ...(enterprise.town === undefined ? {} : { town: enterprise.town }),
      sectors: [...enterprise.sectors],
    },
    units: plant.units.map(({ id, name, processes }) => ({
      id,
      name,
      processes: [...processes],
      state: record.unitStates.find((it) => it.unit === id)?.is ?? 'unknown',
    })),
    packs: record.packs.map(({ id, title, edition, sha256, rules }) => ({
      id,
      title: voice.pick(title),
      edition,
      sha256,
      rules,
    })),
    confirmations: (record.confirmations ?? []).map(({ fact, document, sha256, by, on }) => ({
      fact,
      document,
      sha256,
      by,
      on,
    })),
    controllers: inDeclaredOrder(record.controllers, record, (it) => it.id).map((it) =>
      controllerDocument(it, record, voice),
    ),
    coverage: {
      all: countsDocument(coverage.all),
      units: coverage.units.map((it) => ({ unit: it.unit, ...countsDocument(it) })),
      rows: coverage.rows.map((row) => rowDocument(row, voice)),
    },
    outcomes: record.outcomes.map((outcome) => outcomeDocument(outcome, voice)),
    ...(record.demands === undefined
      ? {}
      : { demands: record.demands.map((cited) => demandDocument(cited, record, voice)) }),
    ...(record.expertFindings === undefined
      ? {}
      : { expertFindings: record.expertFindings.map((finding) => expertDocument(finding)) }),
    traffic: inDeclaredOrder(record.traffic, record, (it) => it.controller).map(({ controller, witness, ...all }) => ({
      controller,
      ...totalsOf(all),
      ...(witness === undefined ? {} : { witness: totalsOf(witness) }),
    })),
    conclusion: {
      result: conclusion.result,
      exitCode: conclusion.exitCode,
      fullCoverage: isFullCoverage(coverage.all),
    },
  } satisfies ResultDocument);
}

function expertDocument({
  clause,
  photographs,
  ...finding
}: NonNullable<AuditRecord['expertFindings']>[number]): NonNullable<ResultDocument['expertFindings']>[number] {
  return {
    ...finding,
    clause: clause === undefined ? null : clauseDocument(clause),
    photographs: photographs.map(({ file, sha256 }) => ({ file, sha256 })),
  };
}

function auditDocument({ header, end, resumptions, chainHead, entries }: AuditRecord): ResultDocument['audit'] {
  return {
    id: header.id,
    startedAt: header.startedAt,
    ...(end === undefined ? {} : { finishedAt: end.finishedAt }),
    finished: end !== undefined,
    observationDate: header.observationDate,
    lawDate: header.lawDate,
    hypothetical: header.hypothetical,
    simulatedTime: header.simulatedTime,
    window: { ms: header.window.ms, everyMs: header.window.everyMs },
    ...(resumptions === undefined
      ? {}
      : {
          resumptions: resumptions.map(({ interruptedAt, resumedAt, gapMs, read, kept }) => ({
            interruptedAt,
            resumedAt,
            gapMs,
            read: [...read],
            kept: [...kept],
          })),
        }),
    ...(header.only === undefined ? {} : { only: header.only.map(({ kind, id }) => ({ kind, id })) }),
    chainHead,
    entries,
  };
}

function countsDocument(counts: CoverageCounts): ResultDocument['coverage']['all'] {
  const answer = ({ yes, no, unknown }: Answer) => ({ yes, no, unknown });
  const { required, live, document, pass, fail, unknown, unconfirmedBasis, recommended } = counts;
  return {
    required,
    live: { required: live.required, judged: live.judged },
    document: { required: document.required, judged: document.judged },
    pass,
    fail,
    unknown,
    unconfirmedBasis,
    recommended,
    built: answer(counts.built),
    esdPresent: answer(counts.esdPresent),
    inService: answer(counts.inService),
  };
}

function rowDocument(row: CoverageRow, voice: Voice): ResultDocument['coverage']['rows'][number] {
  const {
    id,
    unit,
    process,
    row: number,
    nature,
    emergency,
    standing,
    proof,
    functions,
    cells,
    result,
    uncovered,
  } = row;
  const { declared, built, independent, live, setting, action, inService } = cells;
  return {
    id,
    unit,
    process,
    row: number,
    name: voice.pick(row.name),
    nature,
    emergency,
    standing,
    proof,
    functions: [...functions],
    cells: { declared, built, independent, live, setting, action, inService },
    result,
    because: row.because.map((it) => sentenceDocument(it, voice)),
    uncovered: { triggers: [...uncovered.triggers], actions: [...uncovered.actions] },
  };
}

/** A result document as the text of result.json: two spaces, a line break at the end. */
export function resultText(document: ResultDocument): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function totalsOf({ connections, requests, bytesOut, bytesIn, peakPerSecond, writes }: Traffic) {
  return { connections, requests: { ...requests }, bytesOut, bytesIn, peakPerSecond, writes };
}
