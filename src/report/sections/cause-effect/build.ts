import type { AuditRecord, PartOutcome } from '../../../audit/index.ts';
import type { Cause, Effect, SafetyFunction } from '../../../plant/index.ts';
import { actionPartName, causePartName } from '../../../rules/index.ts';
import { samplingText } from '../../sampling-text.ts';
import type { Source } from '../../source.ts';
import type { Voice } from '../../words/index.ts';
import { causeText } from './cause-text.ts';

/**
 * What was seen of one cause and one effect: it acted as declared, it did not act, it acted though nothing asked for it,
 * nobody asked in the window, it could not be judged, or the declaration knows no such effect.
 */
export type CauseEffectSign = 'acted' | 'missing' | 'unexpected' | 'not-observed' | 'unknown' | 'undeclared';

/** Causes against effects, for each unit, in tables no wider than a page. */
export interface CauseEffectModel {
  readonly title: string;
  readonly intro: string;
  /** How finely was looked, where an action was judged. */
  readonly sampling?: string;
  readonly legend: readonly { readonly sign: CauseEffectSign; readonly says: string }[];
  readonly headers: readonly [functionHeader: string, causeHeader: string];
  readonly units: readonly {
    readonly name: string;
    readonly tables: readonly {
      readonly effects: readonly string[];
      readonly rows: readonly {
        readonly function: string;
        readonly cause: string;
        readonly signs: readonly { readonly sign: CauseEffectSign; readonly says: string }[];
      }[];
    }[];
  }[];
}

/** Tags of final elements must fit above their column. */
export const columnsOfTable = 8;
const signs = ['acted', 'unexpected', 'missing', 'not-observed', 'unknown', 'undeclared'] as const;

interface Row {
  readonly function: SafetyFunction;
  /** Absent for the manual trip. */
  readonly cause?: Cause;
}

/** Arranges the cause-and-effect matrix from the declaration and what the outcomes say of each action. */
export function buildCauseEffect(source: Source): CauseEffectModel {
  const { record, voice } = source;
  const units = record.plant.units
    .map((unit) => ({ name: `${unit.name} ${unit.id}`, tables: tablesOf(unit.id, source) }))
    .filter((unit) => unit.tables.length > 0);
  const actions = new Set(
    record.plant.functions.flatMap(({ causes, effects, manual }) =>
      effects.flatMap(({ element }) =>
        [...causes.map(({ channels }) => channels), [manual ?? '']].map((tags) => actionPartName(tags, element)),
      ),
    ),
  );
  const parts = record.outcomes.flatMap((outcome) => outcome.parts);
  const judged = parts.filter(({ part, result }) => actions.has(part) && (result === 'pass' || result === 'fail'));
  const sampling = samplingText(judged, voice);
  return {
    title: voice.say('report.cause-effect'),
    intro: voice.say(units.length === 0 ? 'report.cause-effect-none' : 'report.cause-effect-intro'),
    ...(sampling === undefined ? {} : { sampling: voice.say('report.cause-effect-sampling', { sampling }) }),
    legend: units.length === 0 ? [] : signs.map((sign) => ({ sign, says: voice.say(`report.sign-${sign}`) })),
    headers: [voice.say('report.function'), voice.say('report.cause')],
    units,
  };
}

function tablesOf(unit: string, { record, voice }: Source): CauseEffectModel['units'][number]['tables'] {
  const functions = record.plant.functions.filter((it) => it.unit === unit && it.effects.length > 0);
  const keys = [...new Set(functions.flatMap((it) => it.effects.map(keyOf)))];
  const rows = functions.flatMap((it): readonly Row[] => [
    ...it.causes.map((cause) => ({ function: it, cause })),
    ...(it.manual === undefined ? [] : [{ function: it }]),
  ]);
  const chunks = Array.from({ length: Math.ceil(keys.length / columnsOfTable) }, (_, index) =>
    keys.slice(index * columnsOfTable, (index + 1) * columnsOfTable),
  );
  return chunks.flatMap((chunk) => {
    const own = rows.filter((row) => row.function.effects.some((effect) => chunk.includes(keyOf(effect))));
    if (own.length === 0) return [];
    const effects = chunk.map((key) => effectText(functions, key, voice));
    const rowsOfChunk = own.map((row) => rowOf(row, chunk, record, voice));
    return [{ effects, rows: [...rowsOfChunk, ...causelessRow(chunk, record, voice)] }];
  });
}

function rowOf(row: Row, keys: readonly string[], record: AuditRecord, voice: Voice) {
  return {
    function: row.function.id,
    cause:
      row.cause === undefined
        ? voice.say('report.cause-manual', { tag: row.function.manual ?? '' })
        : causeText(row.cause, voice),
    signs: keys.map((key) => {
      const effect = row.function.effects.find((it) => keyOf(it) === key);
      const sign = effect === undefined ? 'undeclared' : signOf(row, effect, record);
      return { sign, says: voice.say(`report.sign-short-${sign}`) };
    }),
  };
}

/** A row of its own for elements that acted though nothing asked for it; none where nothing did. */
function causelessRow(keys: readonly string[], { outcomes }: AuditRecord, voice: Voice) {
  const isCauseless = (key: string) => {
    const name = causePartName(key.split('\n')[0] ?? '');
    return outcomes.some(({ parts }) => parts.some(({ part, result }) => part === name && result === 'fail'));
  };
  if (!keys.some(isCauseless)) return [];
  const signed = keys.map((key) => (isCauseless(key) ? ('unexpected' as const) : ('undeclared' as const)));
  return [
    {
      function: voice.say('report.dash'),
      cause: voice.say('report.cause-none'),
      signs: signed.map((sign) => ({ sign, says: voice.say(`report.sign-short-${sign}`) })),
    },
  ];
}

/** The sign of a declared effect: only what an outcome of the record says of it, otherwise nobody observed it. */
function signOf({ function: it, cause }: Row, effect: Effect, { outcomes }: AuditRecord): CauseEffectSign {
  const name = actionPartName(cause?.channels ?? [it.manual ?? ''], effect.element);
  const results = outcomes
    .filter(({ subject }) => subject.id === it.id)
    .flatMap(({ parts }) => parts.filter(({ part }) => part === name).map(({ result }) => result));
  return results.map(signOfResult).sort((a, b) => weight[b] - weight[a])[0] ?? 'not-observed';
}

const weight: Readonly<Record<CauseEffectSign, number>> = {
  missing: 5,
  unexpected: 4,
  unknown: 3,
  acted: 2,
  'not-observed': 1,
  undeclared: 0,
};

function signOfResult(result: PartOutcome['result']): CauseEffectSign {
  if (result === 'pass') return 'acted';
  if (result === 'fail') return 'missing';
  return result === 'unknown' || result === 'error' ? 'unknown' : 'not-observed';
}

function keyOf({ element, to }: Effect): string {
  return `${element}\n${to}`;
}

function effectText(functions: readonly SafetyFunction[], key: string, voice: Voice): string {
  const effect = functions.flatMap((it) => it.effects).find((it) => keyOf(it) === key);
  if (effect === undefined) throw new Error('an effect of the matrix is not declared');
  return `${effect.element}\n${voice.say(`report.effect-${effect.to}`)}`;
}
