import { z } from 'zod';
import type { Text } from '../../messages/index.ts';

/** Refuses what stands there with a sentence; `path` leads from the value under parse to the offending part of it. */
export function refuse(context: z.RefinementCtx, because: Text, ...path: readonly (string | number)[]): never {
  context.addIssue({ code: 'custom', params: { because }, path: [...path] });
  return z.NEVER;
}
