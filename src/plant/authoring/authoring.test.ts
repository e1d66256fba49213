import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addClaims } from './add-claims.ts';
import { addToList } from './add-to-list.ts';
import { insertEntries } from './insert-entries.ts';
import { recite } from './recite.ts';
import { setKey } from './set-key.ts';

const claim = { function: 'P03-C01', trigger: '温度' };

describe('claims that are added to a function', () => {
  it.each([
    ['a function without any', 'functions:\n  F1:\n    name: 甲 # by hand\n    unit: U1\n\n  F2: { name: 乙 }\n'],
    ['a function of one key', 'functions:\n  F1:\n    name: 甲\n# the end\n'],
    ['a list in lines', 'functions:\n  F1:\n    covers:\n      - { function: P03-C09 } # checked\n    name: 甲\n'],
    ['a list in brackets', 'functions:\n  F1:\n    covers: [{ function: P03-C09 }]\n    name: 甲 # x\n'],
    ['an empty list', 'functions:\n  F1: { covers: [], name: 甲 }\n'],
    ['a function in braces', 'functions:\n  F1: { name: 甲, unit: U1 } # one line\n  F2: { name: 乙 }\n'],
  ])('%s', (_, source) => {
    const now = addClaims(source, 'F1', [claim, { function: 'P03-C02' }]) ?? '';
    const [before, after] = [parse(source), parse(now)];
    expect(after.functions.F1.covers).toEqual([...(before.functions.F1.covers ?? []), claim, { function: 'P03-C02' }]);
    const { covers: _old, ...rest } = before.functions.F1;
    expect(after.functions.F1).toMatchObject(rest);
    expect(after.functions.F2).toEqual(before.functions.F2);
    for (const comment of source.match(/#.*$/gm) ?? []) expect(now).toContain(comment);
  });

  it('leaves a file without that function alone', () => {
    expect(addClaims('tripline: 1\n', 'F1', [claim])).toBeUndefined();
  });
});

describe('entries that are added to a section', () => {
  it.each([
    [
      'one that is there',
      'units:\n    A: { name: 甲 } # first\n# between\ncontrollers: {}\n',
      '    B:\n      name: 乙\n',
    ],
    ['none yet', 'tripline: 1', '\n\nunits:\n  B:\n    name: 乙\n'],
    ['an empty one', 'units:\ncontrollers: {}\n', 'units:\n  B:\n    name: 乙\n'],
  ])('%s', (_, source, block) => {
    const now = insertEntries(source, 'units', new Map([['B', { name: '乙' }]])) ?? '';
    expect(now).toContain(block);
    expect(parse(now).units).toMatchObject({ ...parse(source).units, B: { name: '乙' } });
  });

  it('does not guess how to add to braces', () => {
    expect(insertEntries('units: { A: { name: 甲 } }\n', 'units', new Map([['B', {}]]))).toBeUndefined();
  });
});

describe('a key that is set', () => {
  it.each([
    ['in a group in braces', 'a: { x: 1, y: 2 } # c\n', 'a: { x: 1, y: 2, k: { d: D } } # c\n'],
    ['in lines', 'a:\n  x: 1 # c\n  y: 2\n', 'a:\n  x: 1 # c\n  k: { d: D }\n  y: 2\n'],
    ['behind a single key', 'a:\n  x: 1\nb: 2\n', 'a:\n  x: 1\n  k: { d: D }\nb: 2\n'],
    ['over what stands there', 'a: { k: old, x: 1 }\n', 'a: { k: { d: D }, x: 1 }\n'],
  ])('%s', (_, source, now) => {
    expect(setKey(source, ['a'], 'k', '{ d: D }')).toBe(now);
  });

  it('is set nowhere else', () => {
    expect(setKey('a: 1\n', ['a'], 'k', 'v')).toBeUndefined();
  });
});

describe('an entry that is added to a list', () => {
  it.each([
    ['in lines', 'l:\n  - { a: 1 } # c\n\nb: 2\n', 'l:\n  - { a: 1 } # c\n  - { n: 1 }\n\nb: 2\n'],
    ['in brackets', 'l: [{ a: 1 }]\n', 'l: [{ a: 1 }, { n: 1 }]\n'],
    ['that is not there', 'b: 2\n', 'b: 2\n\nl:\n  - { n: 1 }\n'],
  ])('%s', (_, source, now) => {
    expect(addToList(source, 'l', '{ n: 1 }')).toBe(now);
  });
});

describe('a document that is cited by another name', () => {
  it('everywhere but where it is declared', () => {
    const source =
      'documents:\n  D: { title: D }\nfunctions:\n  F: { document: D, name: D } # D\n  G: { proof_test: { record: D } }\n';
    expect(recite(source, 'D', 'D-2')).toBe(
      'documents:\n  D: { title: D }\nfunctions:\n  F: { document: D-2, name: D } # D\n  G: { proof_test: { record: D-2 } }\n',
    );
  });
});
