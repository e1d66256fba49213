import { expect, it } from 'vitest';
import { inFlightOf } from './in-flight-of.ts';

it.each([
  [0, 1],
  [-3, 1],
  [1, 1],
  [8, 8],
  [16, 16],
  [17, 16],
])('of %i declared requests in flight allows %i', (maxInFlight, allowed) => {
  expect(inFlightOf({ maxInFlight })).toBe(allowed);
});
