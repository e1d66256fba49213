import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { parseAddress, parseEndpoint } from '../index.ts';

const { cache } = createRequire(import.meta.url);
const loaded = () => Object.keys(cache).filter((path) => /node_modules[\\/]node-opcua/.test(path)).length;

it('loads nothing of the OPC UA library to parse addresses, and loads it when a reader is opened', async () => {
  expect(parseAddress('opcua', 'ns=2;s=Tank.Level', 'float32').ok).toBe(true);
  expect(parseEndpoint('opc.tcp://192.0.2.10').ok).toBe(true);
  expect(loaded()).toBe(0);
  // The other half, so that the first cannot pass by looking in the wrong place.
  await import('./index.ts');
  expect(loaded()).toBeGreaterThan(100);
});
