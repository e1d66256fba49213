import { text } from '../../messages/index.ts';
import { dataTypes } from '../../protocols/index.ts';
import { listed } from '../listed.ts';
import { hint } from '../nearest.ts';
import { refuse } from './refuse.ts';
import { words } from './written-forms.ts';

/** How IEC 61131-3 and OPC UA name the types. They are only suggested: INT is 16 bits here and 32 bits elsewhere. */
const elsewhere: Readonly<Record<string, string>> = {
  boolean: 'bool',
  sint: 'int8',
  usint: 'uint8',
  byte: 'uint8',
  int: 'int16',
  uint: 'uint16',
  word: 'uint16',
  dint: 'int32',
  udint: 'uint32',
  dword: 'uint32',
  lint: 'int64',
  ulint: 'uint64',
  lword: 'uint64',
  real: 'float32',
  float: 'float32',
  lreal: 'float64',
  double: 'float64',
};

/** The type of a point, in the one spelling that says its width. */
export const dataType = words.transform((written, context) => {
  const found = dataTypes.find((each) => each === written);
  if (found !== undefined) return found;
  const near = elsewhere[written.toLowerCase()];
  const suggestion = near === undefined ? hint(written, dataTypes) : text('plant.did-you-mean', { near });
  return refuse(context, text('plant.one-of', { values: listed(dataTypes), written, hint: suggestion }));
});
