import type { Controller, Plant, SafetyFunction } from '../../plant/index.ts';
import {
  combineOutcomes,
  type DemandFacts,
  formFaults,
  missingOf,
  noInputs,
  type OutcomeWord,
  type Part,
  type TestForm,
  testedParts,
  witnessedParts,
} from '../../rules/index.ts';
import type { PartOutcome } from '../outcome.ts';
import type { ControllerRecord } from '../record.ts';
import { declarationOf } from './declaration-of.ts';
import type { DemandRecord, Resolution, WatchHeader } from './watch-record.ts';

/** Judges what was seen of a function by its declaration. Pure: the same facts and form give the same record. */
export function judgeDemand(
  facts: DemandFacts,
  plant: Plant,
  controllers: readonly ControllerRecord[],
  form?: TestForm,
): DemandRecord {
  const it = plant.functions.find(({ id }) => id === facts.function);
  if (it === undefined) throw new Error(`no function ${facts.function}`);
  const { actions, responses, causes, firstOuts } = witnessedParts(facts, it, plant);
  const parts = [...actions, ...responses, ...causes, ...firstOuts].map(outcomeOf);
  const misfits = form === undefined ? [] : formFaults(form, it);
  const missing = form === undefined ? [] : [...misfits, ...missingOf(form)];
  const tested = missing.length > 0 ? [] : testedParts(form, facts, it, plant);
  const isTest = tested.some(({ renewed }) => renewed);
  return {
    function: it.id,
    counts: isTest ? 'proof-test' : facts.episodes.length > 0 ? 'demand' : 'nothing-seen',
    facts,
    parts,
    resolution: controllers.flatMap((record) => resolutionOf(record, plant.controllers)),
    ...(form === undefined ? {} : { form }),
    missing,
    tested,
    declaration: declarationOf(it, plant),
  };
}

/** What several records come to: a fault outranks doubt; a record in which nothing was seen, or a test that proved nothing, is doubt. */
export function conclusionOf(records: readonly DemandRecord[]): 'satisfied' | 'not-satisfied' | 'inconclusive' {
  const words = records.flatMap((record): readonly OutcomeWord[] => {
    const isPoorTest =
      record.form !== undefined && (record.missing.length > 0 || record.tested.some((part) => !part.renewed));
    const judged = record.parts.map(({ result }) => result);
    return [...judged, ...(isPoorTest || !judged.includes('pass') ? (['unknown'] as const) : [])];
  });
  const word = combineOutcomes(words);
  return word === 'fail' ? 'not-satisfied' : word === 'pass' ? 'satisfied' : 'inconclusive';
}

/** The form where it is that of this function: the one that it names, or the only one that is watched. */
export function formFor(
  { id }: SafetyFunction,
  form: TestForm | undefined,
  { functions }: Pick<WatchHeader, 'functions'>,
): TestForm | undefined {
  return form !== undefined && (form.function ?? (functions.length === 1 ? id : undefined)) === id ? form : undefined;
}

function outcomeOf(part: Part): PartOutcome {
  const base = { part: part.name, missing: [], evidence: [] };
  if (part.lacks !== undefined) return { ...base, result: 'unknown', because: part.lacks };
  const unmet = part.unmet?.(noInputs);
  if (unmet !== undefined) return { ...base, result: 'notchecked', because: unmet };
  const { says, ...rest } = part.judge(noInputs);
  return { ...base, result: says, ...rest };
}

function resolutionOf(
  { id, sampling, subscription }: ControllerRecord,
  declared: readonly Controller[],
): readonly Resolution[] {
  const via = declared.find((each) => each.id === id)?.via ?? 'direct';
  return sampling === undefined
    ? []
    : [
        {
          controller: id,
          via,
          everyMs: sampling.everyMs,
          longestMs: sampling.longestMs,
          ...(subscription === undefined ? {} : { subscription }),
        },
      ];
}
