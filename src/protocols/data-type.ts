/** The types that a point may declare; the address alone never decides signedness or width. */
export const dataTypes = [
  'bool',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'float32',
  'float64',
  'string',
] as const;
export type DataType = (typeof dataTypes)[number];

/** Width in bytes on the wire; strings have the length that their address says. */
export const widthOf: Readonly<Record<Exclude<DataType, 'string'>, number>> = {
  bool: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  float32: 4,
  float64: 8,
};

/**
 * Order of the bytes of a value of several registers, written as where the bytes A (most significant) to D stand.
 * Never guessed: both orders of a float decode to plausible numbers.
 */
export const wordOrders = ['ABCD', 'CDAB', 'BADC', 'DCBA'] as const;
export type WordOrder = (typeof wordOrders)[number];

/** What a decoder may return. 64-bit integers stay bigint; non-finite floats stay what they are. */
export type Value = boolean | number | bigint | string;
