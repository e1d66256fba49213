import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { text } from '../../../../src/messages/index.ts';
import type { Symptom } from '../symptom.ts';

/** A whole plant watched for some minutes stays far below this. */
const neededMegabytes = 500;

/** Whether the folder of the audits can be written, and has room. */
export function disk(out: string, freeOf: (folder: string) => number = freeMegabytes): Symptom {
  let folder = resolve(out);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    const megabytes = freeOf(folder);
    const says = text('doctor.disk', { folder, megabytes });
    return megabytes >= neededMegabytes
      ? { of: 'disk', is: 'well', says }
      : { of: 'disk', is: 'ill', says, advice: text('doctor.disk-advice', { megabytes: neededMegabytes }) };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    const advice = text('doctor.disk-unwritable-advice');
    return { of: 'disk', is: 'ill', says: text('doctor.disk-unwritable', { folder, because }), advice };
  }
}

function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 1e6);
}
