import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { refuse } from './refuse.ts';
import { words } from './written-forms.ts';

const process = words.transform((written, context) =>
  /^P\d{2}$/.test(written) ? written : refuse(context, text('plant.process-form', { written })),
);

/** `process: P03` or `processes: [P03, P05]`; a unit without a key-supervised process writes neither. */
export const processKeys = { process: process.exactOptional(), processes: z.array(process).exactOptional() };

/** The processes of a unit, however they are written. */
export function processesOf(
  written: { readonly process?: string; readonly processes?: readonly string[] },
  context: z.RefinementCtx,
): readonly string[] {
  if (written.process !== undefined && written.processes !== undefined) {
    return refuse(context, text('plant.either-key', { a: 'process', b: 'processes' }), 'process');
  }
  return written.processes ?? (written.process === undefined ? [] : [written.process]);
}
