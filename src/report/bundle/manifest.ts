import { z } from 'zod';

/** What a bundle says that it holds: `manifest.json`. */
export const manifestSchema = z.strictObject({
  format: z.literal('tripline-bundle/1'),
  tripline: z.string(),
  audit: z.string(),
  chainHead: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.number().int().positive(),
  files: z.array(
    z.strictObject({
      name: z.string().min(1),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The name of the manifest, and of the chain beside it. */
export const manifestName = 'manifest.json';
export const chainName = 'audit.jsonl';
