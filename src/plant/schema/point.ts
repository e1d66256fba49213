import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { wordOrders } from '../../protocols/index.ts';
import { onesMeaning, pointRoles } from '../plant.ts';
import { dataType } from './data-type.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { moves, scale } from './point-shorthands.ts';
import { refuse } from './refuse.ts';
import { via } from './via.ts';
import { count, decimal, duration, words } from './written-forms.ts';

/** The keys of a point, and the columns of a list of points, beside its tag. */
const shape = {
  controller: words,
  address: words,
  type: dataType,
  word_order: z.enum(wordOrders).exactOptional(),
  length: count.exactOptional(),
  unit: words.exactOptional(),
  low: decimal.exactOptional(),
  high: decimal.exactOptional(),
  fault_low: decimal.exactOptional(),
  fault_high: decimal.exactOptional(),
  scale: scale.exactOptional(),
  role: z.enum(pointRoles),
  one_means: z.enum(onesMeaning).exactOptional(),
  moves: moves.exactOptional(),
  stamps: z.enum(['on-sample', 'on-change']).exactOptional(),
  max_age: duration.exactOptional(),
  operational_limit: duration.exactOptional(),
  heartbeat_of: words.exactOptional(),
  via: via.exactOptional(),
  description: words.exactOptional(),
};

/** The columns of a list of points. */
export const pointColumns: readonly string[] = ['tag', ...Object.keys(shape)];

/** A point under its tag. Its address is read later, by the protocol of its controller. */
export const pointSchema = noun(shape).transform(pointOf);

/** A point in a list, with its tag beside the rest. */
export const listedPointSchema = noun({ tag: words, ...shape }).transform(({ tag, ...written }, context) => ({
  tag,
  point: pointOf(written, context),
}));

function pointOf(written: z.output<z.ZodObject<typeof shape>>, context: z.RefinementCtx) {
  const { controller, address, type, length, unit, scale, role, moves, stamps, description } = written;
  return declared({
    controller,
    written: address,
    type,
    wordOrder: written.word_order,
    length,
    unit,
    range: span(written.low, written.high, 'low', 'high', context),
    faultBand: span(written.fault_low, written.fault_high, 'fault_low', 'fault_high', context),
    scale,
    role,
    oneMeans: written.one_means,
    moves,
    stamps,
    maxAgeMs: written.max_age,
    operationalLimitMs: written.operational_limit,
    heartbeatOf: written.heartbeat_of,
    via: written.via?.via,
    mirrorOf: written.via?.mirrorOf,
    description,
  });
}

function span(
  low: number | undefined,
  high: number | undefined,
  lowKey: string,
  highKey: string,
  context: z.RefinementCtx,
): { readonly low: number; readonly high: number } | undefined {
  if (low === undefined && high === undefined) return undefined;
  if (low === undefined) return refuse(context, text('plant.missing', { key: lowKey }), lowKey);
  if (high === undefined) return refuse(context, text('plant.missing', { key: highKey }), highKey);
  return low < high ? { low, high } : refuse(context, text('plant.span-reversed', { low, high }), lowKey);
}
