import { text } from '../../messages/index.ts';
import type { Via } from '../plant.ts';
import { refuse } from './refuse.ts';
import { words } from './written-forms.ts';

const plainWords = ['direct', 'opc-server', 'gateway', 'file'] as const;

/** `direct`, `opc-server`, `gateway`, `file`, or `mirror(SIS)`: where values come from; a mirror names what it mirrors. */
export const via = words.transform((written, context): { readonly via: Via; readonly mirrorOf: string | undefined } => {
  const [, mirrorOf] = /^mirror\((?:of: ?)?([^()\s]+)\)$/.exec(written) ?? [];
  if (mirrorOf !== undefined) return { via: 'mirror', mirrorOf };
  const plain = plainWords.find((word) => word === written);
  return plain === undefined
    ? refuse(context, text('plant.via-form', { written }))
    : { via: plain, mirrorOf: undefined };
});
