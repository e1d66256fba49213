import { text } from '../../../../src/messages/index.ts';
import { isSupportedNode } from '../../../supported-node.ts';
import type { Symptom } from '../symptom.ts';

/** Whether this Node is one that the package was made for. */
export function nodeVersion(version: string): Symptom {
  return isSupportedNode(version)
    ? { of: 'node', is: 'well', says: text('doctor.node', { version }) }
    : {
        of: 'node',
        is: 'ill',
        says: text('doctor.node', { version }),
        advice: text('cli.node-too-old', { version }),
      };
}
