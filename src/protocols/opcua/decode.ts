import type { DataType, Value } from '../data-type.ts';
import type { Fault } from '../fault.ts';
import type { EpochMs, Reading } from '../observation.ts';
import { describeStatus } from './describe.ts';
import { int64Of } from './int64.ts';
import {
  type DataValue,
  type StatusCode,
  StatusCodes,
  type Variant,
  VariantArrayType,
  VariantType,
} from './library.ts';
import { faultOfStatus, qualityOf, type Wait } from './status.ts';

/** What a DataValue says of its point: the parts of a reading, or why there is none. */
export type Decoded =
  | {
      readonly ok: true;
      readonly reading: Pick<Reading, 'value' | 'type' | 'quality' | 'status' | 'sourceTime' | 'serverTime'>;
    }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Decodes a DataValue for a point of the declared type. The type is the variant's own: where it is another number type than
 * the declared one, the reading says so and the audit judges it; another kind of value, an array or a structure is undecodable.
 * A bad status that says more than "bad value" (no such node, no right to read, nobody answers) is that fault, value or not.
 */
export function decodeDataValue(dataValue: DataValue, declared: DataType, wait: Wait): Decoded {
  const { statusCode } = dataValue;
  const quality = qualityOf(statusCode);
  const fault = quality === 'bad' ? faultOfStatus(statusCode, wait) : undefined;
  if (fault !== undefined && fault.kind !== 'refused') return { ok: false, fault };

  const scalar = fittingScalarOf(dataValue.value, declared);
  if ('what' in scalar) return { ok: false, fault: fault ?? { kind: 'undecodable', what: scalar.what } };
  const sourceTime = timeOf(dataValue.sourceTimestamp);
  const serverTime = timeOf(dataValue.serverTimestamp);
  return {
    ok: true,
    reading: readingOf(scalar, quality, statusCode, sourceTime, serverTime),
  };
}

const good = { code: 0, name: StatusCodes.Good.name };

/** Spelt out, and not spread together: a round of an audit makes many thousands of these. */
function readingOf(
  { value, type }: Scalar,
  quality: Reading['quality'],
  statusCode: StatusCode,
  sourceTime: EpochMs | undefined,
  serverTime: EpochMs | undefined,
): Extract<Decoded, { ok: true }>['reading'] {
  const status = statusCode.value === 0 ? good : describeStatus(statusCode);
  if (sourceTime !== undefined && serverTime !== undefined) {
    return { value, type, quality, status, sourceTime, serverTime };
  }
  if (sourceTime !== undefined) return { value, type, quality, status, sourceTime };
  return serverTime === undefined ? { value, type, quality, status } : { value, type, quality, status, serverTime };
}

interface Scalar {
  readonly value: Value;
  readonly type: DataType;
}

const numberTypes: Readonly<Partial<Record<VariantType, DataType>>> = {
  [VariantType.SByte]: 'int8',
  [VariantType.Byte]: 'uint8',
  [VariantType.Int16]: 'int16',
  [VariantType.UInt16]: 'uint16',
  [VariantType.Int32]: 'int32',
  [VariantType.UInt32]: 'uint32',
  [VariantType.Float]: 'float32',
  [VariantType.Double]: 'float64',
};

/** What is in the place of a usable value. */
interface NoScalar {
  readonly what: string;
}

function fittingScalarOf(variant: Variant, declared: DataType): Scalar | NoScalar {
  const scalar = scalarOf(variant);
  if ('what' in scalar || kindOf(scalar.type) === kindOf(declared)) return scalar;
  return { what: `${scalar.type} where ${declared} is declared` };
}

function kindOf(type: DataType): 'bool' | 'string' | 'number' {
  return type === 'bool' || type === 'string' ? type : 'number';
}

function scalarOf(variant: Variant): Scalar | NoScalar {
  const { dataType, arrayType } = variant;
  const value: unknown = variant.value;
  if (dataType === VariantType.Null || value === null || value === undefined) return { what: 'no value' };
  if (arrayType !== VariantArrayType.Scalar) return { what: `${VariantType[dataType]} ${VariantArrayType[arrayType]}` };
  if (dataType === VariantType.Boolean && typeof value === 'boolean') return { value, type: 'bool' };
  if (dataType === VariantType.String && typeof value === 'string') return { value, type: 'string' };
  const type = numberTypes[dataType];
  if (type !== undefined && typeof value === 'number') return { value, type };
  const wide = dataType === VariantType.Int64 || dataType === VariantType.UInt64;
  const integer = wide ? int64Of(value, dataType === VariantType.Int64) : undefined;
  if (integer !== undefined) return { value: integer, type: dataType === VariantType.Int64 ? 'int64' : 'uint64' };
  return { what: VariantType[dataType] };
}

/** 1601-01-01 (ms since 1970), the zero of the wire: it means that no time was given. */
export const zeroOfTime = Date.UTC(1601, 0, 1);

function timeOf(stamp: Date | null | undefined): EpochMs | undefined {
  const time = stamp?.getTime() ?? Number.NaN;
  return Number.isNaN(time) || time <= zeroOfTime ? undefined : time;
}
