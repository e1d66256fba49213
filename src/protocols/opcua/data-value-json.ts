import { canonicalText } from './canonical-json.ts';
import { describeDataValue } from './describe.ts';
import { type DataValue, type Variant, VariantArrayType, VariantType } from './library.ts';

/**
 * The canonical JSON of a DataValue, byte for byte what `canonicalText(describeDataValue(…))` gives, without the objects
 * in between where the value is a plain scalar: a reply holds a thousand of them.
 */
export function dataValueJson(dataValue: DataValue): string {
  const value = scalarJson(dataValue.value);
  if (value === undefined) return canonicalText(describeDataValue(dataValue));
  const { statusCode, sourceTimestamp, serverTimestamp, sourcePicoseconds, serverPicoseconds } = dataValue;
  const server = timeJson('server', serverTimestamp, serverPicoseconds, serverClock);
  const source = timeJson('source', sourceTimestamp, sourcePicoseconds, sourceClock);
  const status =
    statusCode.value === 0 ? goodJson : `{"code":${statusCode.value >>> 0},"name":${JSON.stringify(statusCode.name)}}`;
  return `{${server}${source}"status":${status},"value":${value}}`;
}

const goodJson = '{"code":0,"name":"Good"}';

/** Of the types whose value is written as it stands; undefined for every other one. */
function scalarJson({ dataType, arrayType, dimensions, value }: Variant): string | undefined {
  if (arrayType !== VariantArrayType.Scalar || dimensions) return undefined;
  const type = plainTypes[dataType];
  if (type === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return `${type}${value}}`;
  if (typeof value === 'boolean') return `${type}${value}}`;
  return typeof value === 'string' ? `${type}${JSON.stringify(value)}}` : undefined;
}

const plainTypes: Readonly<Partial<Record<VariantType, string>>> = Object.fromEntries(
  [
    VariantType.Boolean,
    VariantType.SByte,
    VariantType.Byte,
    VariantType.Int16,
    VariantType.UInt16,
    VariantType.Int32,
    VariantType.UInt32,
    VariantType.Float,
    VariantType.Double,
    VariantType.String,
  ].map((type) => [type, `{"type":"${VariantType[type]}","value":`]),
);

function timeJson(
  of: 'server' | 'source',
  at: Date | null | undefined,
  picoseconds: number,
  clock: SecondWriter,
): string {
  const fine = picoseconds ? `"${of}Picoseconds":${picoseconds},` : '';
  if (!at) return fine;
  const ms = at.getTime();
  return `${fine}"${of}Time":${Number.isNaN(ms) ? 'null' : `"${clock.iso(ms)}"`},`;
}

/** Writes times in ISO 8601; neighbours in one reply mostly share their second, whose text is kept. */
class SecondWriter {
  #second = Number.NaN;
  #text = '';

  iso(ms: number): string {
    const second = Math.floor(ms / 1000);
    if (second !== this.#second) {
      this.#text = new Date(second * 1000).toISOString().slice(0, -4);
      this.#second = second;
    }
    return `${this.#text}${String(1000 + ms - second * 1000).slice(1)}Z`;
  }
}

const serverClock = new SecondWriter();
const sourceClock = new SecondWriter();
