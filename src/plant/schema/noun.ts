import { z } from 'zod';

/**
 * A group of keys as the plant file writes it; a key that is not in the shape is a fault. The message of that issue
 * lists the keys that are, separated by blanks, for the hint.
 */
export function noun<S extends z.core.$ZodLooseShape>(shape: S) {
  const keys = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : undefined),
  });
}
