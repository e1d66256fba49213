import { describe, expect, it } from 'vitest';
import { catalogue, type MessageKey } from './index.ts';

const placeholders = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the message catalogue', () => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(catalogue.en).sort()).toEqual(Object.keys(catalogue.zh).sort());
  });

  it('uses the same placeholders in both languages', () => {
    for (const [key, zh] of Object.entries(catalogue.zh)) {
      expect([...new Set(placeholders(catalogue.en[key as MessageKey]))], key).toEqual([...new Set(placeholders(zh))]);
    }
  });
});
