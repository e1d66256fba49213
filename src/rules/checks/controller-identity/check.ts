import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Identity } from '../../../protocols/index.ts';
import { defineCheck } from '../../check.ts';

const compared = ['vendor', 'model', 'serial', 'firmware'] as const satisfies readonly (keyof Identity)[];

/** A controller says of itself what the plant file says of it; only what both name is compared. */
export const controllerIdentity = defineCheck({
  name: 'controller-identity',
  subject: 'controller',
  parameters: z.strictObject({}),
  parts: ({ controller }) => {
    const declared = compared.filter((field) => controller[field] !== undefined);
    return [
      {
        name: 'identity',
        needs: [{ kind: 'self-report', controller: controller.id, part: 'identity' }],
        ...(declared.length === 0 ? { lacks: text('rules.identity-not-declared', { controller: controller.id }) } : {}),
        judge: (inputs) => {
          const { identity } = inputs.selfReport(controller.id);
          if ('fault' in identity) throw new Error('the engine vouched for an identity that was not served');
          const served = declared.filter((field) => identity[field] !== undefined);
          if (served.length === 0) {
            return {
              says: 'informational',
              because: text('rules.identity-not-comparable', { controller: controller.id }),
            };
          }
          const different = served.filter((field) => plain(identity[field]) !== plain(controller[field]));
          if (different.length === 0) {
            return {
              says: 'pass',
              because: text('rules.identity-same', { is: served.map((field) => identity[field]).join(' ') }),
            };
          }
          return {
            says: 'fail',
            expected: text('rules.identity-is', { is: different.map((field) => controller[field]).join(' ') }),
            actual: text('rules.identity-is', { is: different.map((field) => identity[field]).join(' ') }),
          };
        },
      },
    ];
  },
});

/** Order numbers are written with and without spaces. */
function plain(written: string | undefined): string {
  return (written ?? '').replace(/\s+/g, '').toLowerCase();
}
